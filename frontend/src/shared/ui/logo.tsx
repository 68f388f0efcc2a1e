interface LogoProps {
  className?: string | undefined;
}

/** The mark: an n that is a speech bubble. The icon in public/ is its twin. */
export function Logo({ className }: LogoProps) {
  return (
    <svg
      className={className}
      viewBox="0 0 32 32"
      width="32"
      height="32"
      aria-hidden="true"
      focusable="false"
    >
      <path
        fill="var(--accent)"
        d="M10 2h12a8 8 0 0 1 8 8v9a8 8 0 0 1-8 8H11.5l-6.3 3.3A.8.8 0 0 1 4 29.6V25.3A8 8 0 0 1 2 19v-9a8 8 0 0 1 8-8z"
      />
      <path
        fill="none"
        stroke="var(--on-accent)"
        strokeWidth="3"
        strokeLinecap="round"
        strokeLinejoin="round"
        d="M11 20.5v-10M11 14.5a5 5 0 0 1 10 0v6"
      />
    </svg>
  );
}
