/**
 * Units of systemd: one serves the exhibition, one keeps a browser before it, one starts that again where its page hangs.
 * All are started again whatever ends them.
 */
import { kioskUrl, KIOSK_FLAGS } from './browser.ts';

export interface KioskMachine {
  /** Where Grotto lies, built. */
  readonly grotto: string;
  /** The folder of the exhibition; the demonstration when left out. */
  readonly exhibition: string | undefined;
  readonly port: number;
  /** The program that shows it. */
  readonly browser: string;
  /** Who is logged in before the screen; needs no password and no rights. */
  readonly user: string;
}

export function serverUnit({ grotto, exhibition, port, user }: KioskMachine): string {
  const node = `${grotto}/node_modules/.bin/node`;
  const show = exhibition === undefined ? '' : ` --exhibition ${quote(exhibition)}`;
  return `[Unit]
Description=Grotto serves the exhibition to this machine

[Service]
User=${user}
WorkingDirectory=${grotto}
ExecStart=${quote(node)} src/pipeline/bin.mjs serve --kiosk --port ${port}${show}
Restart=always
RestartSec=2
NoNewPrivileges=yes
ProtectSystem=strict
ProtectHome=read-only
PrivateTmp=yes
PrivateDevices=yes
RestrictAddressFamilies=AF_INET AF_INET6 AF_UNIX AF_NETLINK
CapabilityBoundingSet=

[Install]
WantedBy=multi-user.target
`;
}

/** Runs in cage, a Wayland compositor that shows one program and nothing else. */
export function browserUnit({ port, browser, user }: KioskMachine): string {
  const command = [browser, ...KIOSK_FLAGS, '--ozone-platform=wayland', kioskUrl(port)].map(quote).join(' ');
  return `[Unit]
Description=The browser that visitors touch
Requires=grotto.service
After=grotto.service systemd-user-sessions.service
Conflicts=getty@tty1.service
After=getty@tty1.service

[Service]
User=${user}
PAMName=login
TTYPath=/dev/tty1
TTYReset=yes
TTYVHangup=yes
StandardInput=tty-fail
UtmpIdentifier=tty1
UtmpMode=user
# The page is asked for once it is there; a browser would show its own error and stay with it.
ExecStartPre=/bin/sh -c 'until curl --fail --silent --output /dev/null http://localhost:${port}/; do sleep 1; done'
ExecStart=/usr/bin/cage -- ${command}
Restart=always
RestartSec=3

[Install]
WantedBy=graphical.target
`;
}

/**
 * Asks the server every half a minute how the page fares. A browser that was started again has three minutes to begin. Runs
 * as root, since nobody else may start units.
 */
export function watchUnit({ port }: KioskMachine): string {
  const ask = `curl --silent --max-time 10 --output /dev/null --write-out "%%{http_code}" http://localhost:${port}/health`;
  return `[Unit]
Description=Starts the browser again where its page was not heard of
After=grotto-kiosk.service

[Service]
ExecStart=/bin/sh -c 'while sleep 30; do if [ "$$(${ask})" = 503 ]; then systemctl restart grotto-kiosk.service; sleep 180; fi; done'
Restart=always
RestartSec=30
NoNewPrivileges=yes
ProtectSystem=strict
ProtectHome=yes
PrivateTmp=yes
PrivateDevices=yes

[Install]
WantedBy=graphical.target
`;
}

/** As systemd reads a command line: percent signs and dollars mean something to it. */
function quote(word: string): string {
  const plain = word.replaceAll('%', '%%').replaceAll('$', '$$$$');
  return /^[\w@%+=:,./?$-]+$/.test(plain) ? plain : `"${plain.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`;
}
