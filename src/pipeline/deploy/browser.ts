/** How Chromium is told to be a kiosk: flags on its command line and a policy that no visitor can change. */

import { HEALTH_WISH } from '#shared/heartbeat.ts';

/** Those that Chromium 156 has; what others recommend beside them is gone from it. */
export const KIOSK_FLAGS = [
  '--kiosk',
  '--no-first-run',
  '--noerrdialogs',
  '--disable-pinch',
  '--overscroll-history-navigation=0',
  '--hide-crash-restore-bubble',
  // A picture that failed once may be drawn again: the page looks after itself.
  '--disable-gpu-process-crash-limit',
  '--disable-domain-blocking-for-3d-apis',
] as const;

/** The address of a kiosk on its own machine, whose server wants to hear how it fares. */
export function kioskUrl(port: number): string {
  return `http://localhost:${port}/?profile=kiosk&${HEALTH_WISH}`;
}

/** For `/etc/chromium/policies/managed/` (Google Chrome: `/etc/opt/chrome/policies/managed/`). */
export function kioskPolicy(port: number): Readonly<Record<string, unknown>> {
  return {
    URLBlocklist: ['*'],
    URLAllowlist: [`http://localhost:${port}`, `blob:http://localhost:${port}/*`],
    AllowFileSelectionDialogs: false,
    AudioCaptureAllowed: false,
    AutofillAddressEnabled: false,
    AutofillCreditCardEnabled: false,
    BackgroundModeEnabled: false,
    BookmarkBarEnabled: false,
    BrowserSignin: 0,
    DefaultBrowserSettingEnabled: false,
    DefaultClipboardSetting: 2,
    DefaultGeolocationSetting: 2,
    DefaultNotificationsSetting: 2,
    DefaultPopupsSetting: 2,
    DeveloperToolsAvailability: 2,
    DownloadRestrictions: 3,
    EditBookmarksEnabled: false,
    IncognitoModeAvailability: 1,
    MetricsReportingEnabled: false,
    PasswordManagerEnabled: false,
    PrintingEnabled: false,
    PromptForDownloadLocation: false,
    SavingBrowserHistoryDisabled: true,
    ScreenCaptureAllowed: false,
    SearchSuggestEnabled: false,
    SpellcheckEnabled: false,
    SyncDisabled: true,
    TranslateEnabled: false,
    VideoCaptureAllowed: false,
  };
}
