/** Consent, links and what the edge says about them. */
export const tracking = {
  "edge.busy": "Many people are here right now. Try again in a moment; nothing was lost.",
  "edge.bad_report": "This report is not in the form this site understands, so nothing was kept.",
  "consent.title": "May we recognise this browser?",
  "consent.words":
    "With your yes, one random number remembers which creator sent you, so that they are paid when you come back to buy. No other site reads it.",
  "consent.more": "What that means",
  "consent.accept": "Yes, recognise it",
  "consent.refuse": "No, do not",
  "consent.link": "Privacy choice",
  "consent.page": "Your privacy choice",
  "consent.unasked": "You have not answered yet. Until you do, this browser is not recognised.",
  "consent.granted": "This browser is recognised, because you agreed.",
  "consent.refused": "This browser is not recognised, because you said no.",
  "consent.signal": "Your browser asks every site not to track you (Global Privacy Control). We keep to that, whatever you answer here.",
  "consent.kept":
    "If you agree, a cookie with one random number stays for 180 days. It says nothing about you, and only this site reads it. Creators whose posts and links led you here are credited with what you buy; they never learn who you are.",
  "consent.without":
    "If you say no, everything works the same. The link you came by counts for this visit only, and the number in this browser is deleted. What you bought before stays credited.",
  "consent.done": "Your choice is kept.",
} as const;
