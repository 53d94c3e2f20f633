type Spoken = readonly [string, ...string[]];

/** What creators write under a picture of each kind, by the hand-laid scene it goes back to. */
export const captions: Readonly<Record<string, { readonly fr: Spoken; readonly en: Spoken }>> = {
  hiver: {
    fr: ["Ce que je mets quand il fait deux degrés et que je refuse la doudoune.", "Trois pièces, tout l’hiver. Le reste peut attendre."],
    en: ["What I wear at two degrees when I refuse a puffer.", "Three pieces, all winter."],
  },
  maille: {
    fr: ["Première maille de la saison, premier café dehors.", "Elle gratte un peu le matin, puis plus du tout."],
    en: ["First knit of the season, first coffee outside.", "Soft by the second wear."],
  },
  matin: {
    fr: ["Un dimanche sans projet.", "Posé sur le lit avant de décider."],
    en: ["A Sunday without a plan.", "Laid out on the bed before deciding."],
  },
  court: {
    fr: ["Jean droit, baskets basses. Rien d’autre à dire.", "Deux couleurs, la même paire, aucun regret."],
    en: ["Straight leg, low shoes. Nothing else to say.", "Two colours of the same pair, no regrets."],
  },
  vanité: {
    fr: ["Trois gestes, cinq minutes, dehors.", "La trousse de tous les jours, vidée."],
    en: ["Three steps, five minutes, out.", "My everyday bag, emptied."],
  },
  soir: {
    fr: ["La lampe reste allumée jusqu’à la fin du film.", "Le salon à six heures, en novembre."],
    en: ["The lamp stays on until the film ends.", "Six o’clock in November."],
  },
  atelier: {
    fr: ["Un carnet pour le travail, un pour le reste.", "La table avant que la journée commence."],
    en: ["One notebook for work, one for the rest.", "The desk before the day begins."],
  },
  dimanche: {
    fr: ["Pour marcher longtemps et rentrer tard.", "Moutarde, anthracite, marine : ça marche."],
    en: ["For long walks and late returns.", "Warm on top, sturdy below."],
  },
  "salle-de-bain": {
    fr: ["Le soir, dans cet ordre.", "Ce qui reste quand j’ai tout arrêté."],
    en: ["At night, in this order.", "What stayed when I stopped everything else."],
  },
  thé: {
    fr: ["Deux tasses, une théière, la pluie.", "Je ne reçois pas, j’infuse."],
    en: ["Two cups, one pot, rain.", "Nothing matches and all of it does."],
  },
  départ: {
    fr: ["Prêt en trois objets.", "Le sac des week-ends, refait pour la centième fois."],
    en: ["Ready in three things.", "By the door since Thursday."],
  },
  "pique-nique": {
    fr: ["Il fera beau, j’ai décidé.", "La robe d’abord, le panier ensuite."],
    en: ["It will be sunny, I decided.", "The dress first, the basket after."],
  },
  canapé: {
    fr: ["Le canapé n’est pas neuf. Les coussins, si.", "Un plaid qui ne bouloche pas, promis."],
    en: ["The sofa is old. The cushions are not.", "A throw that does not pill."],
  },
  bureau: {
    fr: ["Lundi, mais bien habillé.", "La veste qui sauve les visios."],
    en: ["Monday, but dressed for it.", "The jacket that saves every call."],
  },
  névé: {
    fr: ["Moins six annoncé. Prête.", "Testé sur un quai de gare, approuvé."],
    en: ["Minus six announced. Ready.", "Tested on a railway platform."],
  },
  table: {
    fr: ["On mange dans dix minutes, j’ai photographié quand même.", "La table de tous les jours, en mieux."],
    en: ["Dinner in ten minutes, photographed anyway.", "The everyday table, only better."],
  },
};
