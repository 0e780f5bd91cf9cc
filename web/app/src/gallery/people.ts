// SPDX-License-Identifier: Apache-2.0
import type { User } from "@palabre/sdk";

type About = Partial<Pick<User, "isOnline" | "status" | "statusText" | "lastSeen">>;

function person(id: string, displayName: string, about: About = {}): User {
  return { id, username: id, displayName, role: "user", status: "available", ...about };
}

function ago(minutes: number): string {
  return new Date(Date.now() - minutes * 60_000).toISOString();
}

export const self = person("moussa", "Moussa N’Diaye", { isOnline: true });
export const awa = person("awa", "Awa Koné", { isOnline: true, statusText: "Artisane · Dakar" });
export const ibrahim = person("ibrahim", "Ibrahim Ba", { isOnline: true, status: "busy" });
export const mariam = person("mariam", "Mariam Diallo", { isOnline: true });
export const claire = person("claire", "Claire Lemoine", { isOnline: true, status: "away" });
export const jean = person("jean", "Jean-Paul Eyené", { isOnline: false, lastSeen: ago(5) });
export const nadia = person("nadia", "Nadia Touré", { isOnline: false, lastSeen: ago(26 * 60) });
export const fatou = person("fatou", "Fatou Sarr", { isOnline: true });

export const others: readonly User[] = [awa, ibrahim, mariam, claire, jean, nadia, fatou];
