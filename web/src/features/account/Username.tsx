/** For password managers, which want to know whose password this is. */
export function Username({ email }: { readonly email: string }) {
  return <input type="email" autoComplete="username" value={email} readOnly hidden />;
}
