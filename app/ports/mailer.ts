/** One message to one person; the adapter adds the sender. */
export type Mail = { readonly to: string; readonly subject: string; readonly text: string };

export type Mailer = { readonly send: (mail: Mail) => Promise<void> };
