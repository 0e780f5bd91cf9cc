// SPDX-License-Identifier: Apache-2.0
import type { Product } from "@palabre/sdk";
import { ShoppingBag } from "lucide-react";
import { looked } from "../look/Look.js";
import { useLanguage, usePalabre, usePalabreState } from "../provider/PalabreProvider.js";
import { useServed } from "../served/useServed.js";
import style from "./ProductCard.module.css";

/** On top of a conversation: what it is about, who sells it, and the way there. */
export const ProductCard = looked(function ProductCard({ product }: { readonly product: Product }) {
  const { words, locale } = useLanguage();
  const seller = usePalabreState((state) => state.people.get(product.sellerId));
  const about = [priceOf(product, locale), seller && words.soldBy(seller.displayName)].filter(Boolean);
  const { baseUrl } = usePalabre();
  const page = safeAddress(product.url);
  const href = page?.startsWith("/") ? baseUrl + page : page;
  const picture = useServed(safeAddress(product.imageUrl));
  return (
    <div className={style.card}>
      <span className={style.picture}>
        {picture ? <img src={picture} alt="" /> : <ShoppingBag size={20} aria-hidden="true" />}
      </span>
      <div className={style.about}>
        <p>{product.title}</p>
        <p>{about.join(" · ")}</p>
      </div>
      {href && (
        <a href={href} target="_blank" rel="noopener noreferrer nofollow">
          {words.viewProduct}
        </a>
      )}
    </div>
  );
});

function priceOf({ price, currency }: Product, locale: string): string | undefined {
  if (price === undefined) return undefined;
  if (!currency) return new Intl.NumberFormat(locale).format(price);
  return new Intl.NumberFormat(locale, { style: "currency", currency }).format(price);
}

/** Pages only: nothing that runs. */
function safeAddress(address: string | undefined): string | undefined {
  return address !== undefined && /^(https?:\/\/|\/(?!\/))/i.test(address) ? address : undefined;
}
