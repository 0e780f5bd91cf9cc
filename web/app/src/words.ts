// SPDX-License-Identifier: Apache-2.0
import type { Locale } from "@palabre/react";

/** What only the app says; the components have their own words. */
const en = {
  tagline: "Under the tree, everyone is heard.",
  taglineHint: "Real-time messaging, at home on your own server.",
  signInTitle: "Welcome back",
  signInHint: "Sign in to find your chats.",
  sessionExpired: "Your session has ended. Sign in again: what you had not sent yet is kept.",
  username: "Username",
  password: "Password",
  showPassword: "Show the password",
  hidePassword: "Hide the password",
  signIn: "Sign in",
  signingIn: "Signing in…",
  wrongPassword: "This username and password do not go together.",
  tooMany: "Too many attempts. Please wait a moment.",
  unreachable: "The server does not answer. Check your connection.",
  failed: "Signing in did not work. Please try again.",
  demo: "Demo accounts",
  retry: "Try again",
};

export type AppWords = typeof en;

const fr: AppWords = {
  tagline: "Sous l’arbre, chacun a la parole.",
  taglineHint: "La messagerie en temps réel, chez vous, sur votre serveur.",
  signInTitle: "Bon retour",
  signInHint: "Connectez-vous pour retrouver vos discussions.",
  sessionExpired:
    "Votre session a pris fin. Reconnectez-vous\u00a0: ce qui n’était pas encore parti est gardé.",
  username: "Nom d’utilisateur",
  password: "Mot de passe",
  showPassword: "Afficher le mot de passe",
  hidePassword: "Masquer le mot de passe",
  signIn: "Se connecter",
  signingIn: "Connexion…",
  wrongPassword: "Ce nom d’utilisateur et ce mot de passe ne vont pas ensemble.",
  tooMany: "Trop d’essais. Patientez un instant.",
  unreachable: "Le serveur ne répond pas. Vérifiez votre connexion.",
  failed: "La connexion n’a pas abouti. Réessayez.",
  demo: "Comptes de démonstration",
  retry: "Réessayer",
};

export const appWords: Record<Locale, AppWords> = { fr, en };
