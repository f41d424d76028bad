import { Skeleton } from "../../ui/Skeleton.tsx";
import { Vestibule } from "./Vestibule.tsx";

/** For pages outside an organisation that take longer than 300 ms. */
export function VestibuleSkeleton() {
  return (
    <Vestibule>
      <Skeleton />
    </Vestibule>
  );
}
