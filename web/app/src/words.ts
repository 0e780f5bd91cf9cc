// SPDX-License-Identifier: Apache-2.0
import type { Locale } from "@palabre/react";

/** What only the app says; the components have their own words. */
const en = {
  tagline: "Under the tree, everyone is heard.",
  taglineHint: "Real-time messaging, at home on your own server.",
  signInTitle: "Welcome back",
  signInHint: "Sign in to find your chats.",
  sessionExpired: "Your session has ended. Sign in again: what you had not sent yet is kept.",
  signedOutElsewhere: "You signed out in another tab.",
  username: "Username",
  password: "Password",
  showPassword: "Show the password",
  hidePassword: "Hide the password",
  signIn: "Sign in",
  signingIn: "Signing in…",
  wrongPassword: "Wrong username or password.",
  tooMany: (minutes: number) =>
    minutes <= 1
      ? "Too many attempts. Please wait a minute."
      : `Too many attempts. Please wait ${minutes} minutes.`,
  unreachable: "The server does not answer. Check your connection.",
  failed: "Signing in did not work. Please try again.",
  noAccount: "No account yet?",
  createAccount: "Create an account",
  haveAccount: "Do you have an account?",
  setUp: "Set up this server",
  setUpAlready: "This server is set up already. Sign in with an account that it has.",
  demo: "Demo accounts",
  retry: "Try again",
};

export type AppWords = typeof en;

const fr: AppWords = {
  tagline: "Sous l’arbre, chacun a la parole.",
  taglineHint: "La messagerie en temps réel, chez vous, sur votre serveur.",
  signInTitle: "Bon retour parmi nous",
  signInHint: "Connectez-vous pour retrouver vos discussions.",
  sessionExpired:
    "Votre session a pris fin. Reconnectez-vous\u00a0: ce qui n’était pas encore parti est gardé.",
  signedOutElsewhere: "Vous vous êtes déconnecté dans un autre onglet.",
  username: "Nom d’utilisateur",
  password: "Mot de passe",
  showPassword: "Afficher le mot de passe",
  hidePassword: "Masquer le mot de passe",
  signIn: "Se connecter",
  signingIn: "Connexion…",
  wrongPassword: "Nom d’utilisateur ou mot de passe incorrect.",
  tooMany: (minutes) =>
    minutes <= 1
      ? "Trop d’essais. Patientez une minute."
      : `Trop d’essais. Patientez ${minutes}\u00a0minutes.`,
  unreachable: "Le serveur ne répond pas. Vérifiez votre connexion.",
  failed: "La connexion n’a pas abouti. Réessayez.",
  noAccount: "Pas encore de compte\u00a0?",
  createAccount: "Créer un compte",
  haveAccount: "Vous avez un compte\u00a0?",
  setUp: "Installer ce serveur",
  setUpAlready: "Ce serveur est déjà installé. Connectez-vous avec un compte qui s’y trouve.",
  demo: "Comptes de démonstration",
  retry: "Réessayer",
};

export const appWords: Record<Locale, AppWords> = { fr, en };
