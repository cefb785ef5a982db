/** The part of the server's logger that features may use. Never pass secrets, tokens or personal data. */
export interface Log {
  info(data: object, message: string): void;
  warn(data: object, message: string): void;
  error(data: object, message: string): void;
}
