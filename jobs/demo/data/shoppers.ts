/** Somebody who buys in the demo world; their address is where parcels go. */
export type DemoShopper = {
  /** Before the @ of their address. */
  readonly key: string;
  readonly name: string;
  readonly line1: string;
  readonly postalCode: string;
  readonly city: string;
  readonly region: string;
  readonly country: "FR" | "BE" | "US" | "JP";
};

/** Regulars of every brand's country. Camille is the one a visitor can be. All are invented. */
export const shoppers: readonly DemoShopper[] = [
  at("camille", "Camille Roussel", "14 rue des Récollets", "75010 Paris", "FR"),
  at("a.benoit", "Agathe Benoît", "3 quai de la Daurade", "31000 Toulouse", "FR"),
  at("l.marchetti", "Luca Marchetti", "22 rue Mercière", "69002 Lyon", "FR"),
  at("s.guillou", "Soizic Guillou", "8 rue de Siam", "29200 Brest", "FR"),
  at("m.diallo", "Mariam Diallo", "51 rue Saint-Ferréol", "13001 Marseille", "FR"),
  at("p.lemaire", "Paul Lemaire", "17 rue de Béthune", "59000 Lille", "FR"),
  at("y.haddad", "Yasmine Haddad", "9 rue Kervégan", "44000 Nantes", "FR"),
  at("e.fabre", "Élise Fabre", "40 rue Sainte-Catherine", "33000 Bordeaux", "FR"),
  at("n.petit", "Nora Petit", "6 rue des Orfèvres", "67000 Strasbourg", "FR"),
  at("t.vandamme", "Tess Vandamme", "Kammenstraat 12", "2000 Antwerpen", "BE"),
  at("j.claes", "Jonas Claes", "Rue de la Paix 31", "1050 Ixelles", "BE"),
  at("r.hall", "Robin Hall", "418 Valencia Street", "94103 San Francisco", "US", "CA"),
  at("m.ortiz", "Maya Ortiz", "77 Bedford Avenue", "11211 Brooklyn", "US", "NY"),
  at("d.nguyen", "Dana Nguyen", "1203 Congress Avenue", "78701 Austin", "US", "TX"),
  at("k.reed", "Kit Reed", "56 Congress Street", "04101 Portland", "US", "ME"),
  at("a.shah", "Anika Shah", "820 North Damen Avenue", "60622 Chicago", "US", "IL"),
  at("h.sato", "Hina Sato", "2-11-3 Tomigaya", "151-0063 Shibuya-ku", "JP", "Tokyo"),
  at("r.kobayashi", "Ren Kobayashi", "5-8 Kitahorie", "550-0014 Osaka", "JP", "Osaka"),
  at("m.ito", "Mio Ito", "1-4-20 Daimyo", "810-0041 Fukuoka", "JP", "Fukuoka"),
];

function at(key: string, name: string, line1: string, place: string, country: DemoShopper["country"], region = ""): DemoShopper {
  const [postalCode = "", ...city] = place.split(" ");
  return { key, name, line1, postalCode, city: city.join(" "), region, country };
}
