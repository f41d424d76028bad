import { createFileRoute } from "@tanstack/react-router";

export const Route = createFileRoute("/opdracht/$mandate")({ component: () => null });
