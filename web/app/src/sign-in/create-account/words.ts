// SPDX-License-Identifier: Apache-2.0
import type { Locale } from "@palabre/react";

/** What making an account says, loaded with it. */
const en = {
  setUpTitle: "Set up your server",
  setUpHint: "Nobody has an account here yet. Yours comes first: it will be the administrator’s.",
  registerTitle: "Create an account",
  registerHint: "Choose the name that others find you by, and a password.",
  setupToken: "Set-up token",
  setupTokenHint: "The server printed it when it started: look in its terminal, or in its log.",
  usernameHint: "To sign in with: letters without accents, digits, dots, dashes and underscores.",
  displayName: "Display name (optional)",
  displayNameHint: "As others see you.",
  passwordHint: "At least 8 characters. A few words that only you would put together are best.",
  strength: {
    none: "",
    short: "Too short",
    fair: "Long enough",
    good: "Good length",
    strong: "Very good length",
  },
  create: "Create my account",
  creating: "One moment…",
  slips: {
    noToken: "Paste the token that the server printed.",
    wrongToken: "This is not the token of the server’s last start, or it has been used already.",
    noName: "Choose a username.",
    badName:
      "Only letters without accents, digits, dots, dashes and underscores, 32 at most; a letter or digit first and last.",
    taken: "Somebody has this username already. Choose another.",
    badDisplayName: "A name has at most 80 characters, on one line.",
    badPassword: "A password has at least 8 characters, and not more than about a thousand.",
  },
  problems: {
    closed: "New accounts are made by an administrator here.",
    tooMany: "Too many accounts were made from here. Please wait a while.",
    unreachable: "The server does not answer. Check your connection.",
    failed: "The account could not be made. Please try again.",
  },
};

export type AccountWords = typeof en;

const fr: AccountWords = {
  setUpTitle: "Installez votre serveur",
  setUpHint: "Personne n’a encore de compte ici. Le vôtre sera le premier\u00a0: celui de l’administrateur.",
  registerTitle: "Créer un compte",
  registerHint: "Choisissez le nom sous lequel on vous trouve, et un mot de passe.",
  setupToken: "Jeton d’installation",
  setupTokenHint: "Le serveur l’a affiché à son démarrage\u00a0: voyez son terminal ou son journal.",
  usernameHint: "Pour vous connecter\u00a0: lettres sans accent, chiffres, points, tirets et tirets bas.",
  displayName: "Nom affiché (facultatif)",
  displayNameHint: "Tel que les autres vous voient.",
  passwordHint: "Au moins 8 caractères. Le mieux\u00a0: quelques mots que vous seul mettriez ensemble.",
  strength: {
    none: "",
    short: "Trop court",
    fair: "Assez long",
    good: "Bonne longueur",
    strong: "Très bonne longueur",
  },
  create: "Créer mon compte",
  creating: "Un instant…",
  slips: {
    noToken: "Collez le jeton que le serveur a affiché.",
    wrongToken: "Ce n’est pas le jeton du dernier démarrage du serveur, ou il a déjà servi.",
    noName: "Choisissez un nom d’utilisateur.",
    badName:
      "Seulement des lettres sans accents, des chiffres, points, tirets et tirets bas, 32 au plus\u00a0; une lettre ou un chiffre au début et à la fin.",
    taken: "Quelqu’un a déjà ce nom d’utilisateur. Choisissez-en un autre.",
    badDisplayName: "Un nom a au plus 80 caractères, sur une ligne.",
    badPassword: "Un mot de passe a au moins 8 caractères, et guère plus de mille.",
  },
  problems: {
    closed: "Ici, c’est un administrateur qui crée les comptes.",
    tooMany: "Trop de comptes ont été créés d’ici. Patientez un peu.",
    unreachable: "Le serveur ne répond pas. Vérifiez votre connexion.",
    failed: "Le compte n’a pas pu être créé. Réessayez.",
  },
};

export const accountWords: Record<Locale, AccountWords> = { fr, en };
