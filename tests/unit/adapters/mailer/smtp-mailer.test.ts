import { type AddressInfo, createServer, type Socket } from "node:net";
import { expect, it } from "vitest";
import { backgroundMailer } from "~/adapters/mailer/background-mailer";
import { smtpMailer } from "~/adapters/mailer/smtp-mailer";

/** A mail server as small as RFC 5321 allows, that keeps what it is sent. */
async function mailServer(): Promise<{ readonly url: string; readonly received: () => string; readonly close: () => void }> {
  let received = "";
  const answers: Readonly<Record<string, string>> = { DATA: "354 go on\r\n", QUIT: "221 bye\r\n", ".": "250 kept\r\n" };
  const talk = (socket: Socket): void => {
    let inData = false;
    const hear = (line: string): void => {
      if (inData && line !== ".") {
        received += `${line}\n`;
        return;
      }
      inData = line === "DATA";
      socket.write(answers[line] ?? "250 fine\r\n");
    };
    socket.write("220 test\r\n");
    socket.on("data", (chunk) => String(chunk).split("\r\n").slice(0, -1).forEach(hear));
  };
  const server = createServer(talk);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return { url: `smtp://127.0.0.1:${(server.address() as AddressInfo).port}`, received: () => received, close: () => server.close() };
}

const MAIL = { to: "ada@example.org", subject: "Confirm", text: "Open the link." };

it("hands the message to the mail server", async () => {
  const server = await mailServer();
  await smtpMailer(server.url, { from: "Vitrine <no-reply@vitrine.example>" }).send(MAIL);
  expect(server.received()).toContain("To: ada@example.org");
  expect(server.received()).toContain("From: Vitrine <no-reply@vitrine.example>");
  expect(server.received()).toContain("Open the link.");
  server.close();
});

it("sends behind the answer, settles when asked, and writes down what failed", async () => {
  const server = await mailServer();
  const failures: string[] = [];
  const log = { info: () => undefined, warn: () => undefined, error: (message: string) => void failures.push(message) };
  const behind = backgroundMailer(smtpMailer(server.url, { from: "v@vitrine.example" }), log);
  await behind.send(MAIL);
  expect(server.received()).toBe("");
  await behind.settle();
  expect(server.received()).toContain("Open the link.");
  server.close();
  const away = backgroundMailer(smtpMailer("smtp://127.0.0.1:1", { from: "v@vitrine.example" }), log);
  await away.send(MAIL);
  await away.settle();
  expect(failures).toEqual(["A mail could not be sent."]);
});
