import { setTimeout as pause } from "node:timers/promises";

/** More wait than could be served soon, and whoever is told so has the most of them waiting. */
export class QueueFull extends Error {
  override readonly name = "QueueFull";
}

/** Whose turn it is: an organisation, or what stands for one, and somebody in it. */
export interface Sharer {
  readonly group: string;
  readonly member: string;
}

export interface Limits {
  /** At the same time, of everybody. */
  readonly atOnce: number;
  readonly atOncePerGroup: number;
  readonly atOncePerMember: number;
  /** So long after somebody of another group asked, in milliseconds, each member has one at a time: they share a thread too. */
  readonly attentive: number;
  /** Beyond these somebody is told to come back: the newest of whoever has the most waiting. */
  readonly mostWaiting: number;
  readonly mostWaitingPerMember: number;
  /** In milliseconds; longer is of no use to anybody. */
  readonly longestWait: number;
  /** What whoever has too much waiting is kept from asking again at once, in milliseconds. */
  readonly pauseBeforeRefusal: number;
}

/** Shares among those who ask for the same thing, so that nobody waits for all that one of them asked. */
export interface Turns {
  /**
   * Waits for a turn: groups come one after the other, and in each its members.
   * @returns ends the turn; to be called once
   * @throws {QueueFull}
   */
  take(sharer: Sharer): Promise<() => void>;
  readonly waiting: number;
}

interface Waiter {
  readonly begin: () => void;
  readonly refuse: (error: QueueFull) => void;
}

interface Member {
  running: number;
  readonly waiting: Waiter[];
}

interface Group {
  running: number;
  waiting: number;
  /** In the order of their turns. */
  readonly members: Map<string, Member>;
}

export function createTurns(limits: Limits): Turns {
  /** In the order of their turns; only those that have something running or waiting. */
  const groups = new Map<string, Group>();
  let [running, waiting] = [0, 0];
  /** The group that asked last, and the last that asked before it and is another. */
  let [last, lastOther] = [
    { group: "", at: -Infinity },
    { group: "", at: -Infinity },
  ];

  const notice = ({ group }: Sharer) => {
    if (group !== last.group) lastOther = last;
    last = { group, at: performance.now() };
  };
  const isAlone = (group: string) =>
    (group === last.group ? lastOther : last).at <= performance.now() - limits.attentive;
  const atOnceOf = (group: string) => (isAlone(group) ? limits.atOncePerMember : 1);

  const find = ({ group: groupKey, member: memberKey }: Sharer): [Group, Member] => {
    let group = groups.get(groupKey);
    if (!group) groups.set(groupKey, (group = { running: 0, waiting: 0, members: new Map() }));
    let member = group.members.get(memberKey);
    if (!member) group.members.set(memberKey, (member = { running: 0, waiting: [] }));
    return [group, member];
  };
  const forget = (sharer: Sharer, group: Group, member: Member) => {
    if (member.running === 0 && member.waiting.length === 0) group.members.delete(sharer.member);
    if (group.members.size === 0) groups.delete(sharer.group);
  };
  const isFree = (sharer: Sharer, group: Group, member: Member) =>
    running < limits.atOnce &&
    group.running < limits.atOncePerGroup &&
    member.running < atOnceOf(sharer.group);

  const begin = (sharer: Sharer, group: Group, member: Member): (() => void) => {
    running += 1;
    group.running += 1;
    member.running += 1;
    // Whoever had a turn goes behind the others.
    groups.delete(sharer.group);
    groups.set(sharer.group, group);
    group.members.delete(sharer.member);
    group.members.set(sharer.member, member);
    return () => {
      running -= 1;
      group.running -= 1;
      member.running -= 1;
      forget(sharer, group, member);
      while (waiting > 0 && running < limits.atOnce && beginNext());
    };
  };
  const beginNext = (): boolean => {
    for (const [key, group] of groups) {
      if (group.waiting === 0 || group.running >= limits.atOncePerGroup) continue;
      const atOnce = atOnceOf(key);
      for (const member of group.members.values()) {
        if (member.waiting.length === 0 || member.running >= atOnce) continue;
        member.waiting[0]?.begin();
        return true;
      }
    }
    return false;
  };
  const refuseOneOfMost = () => {
    const most = <T>(all: Iterable<T>, count: (one: T) => number) =>
      [...all].reduce((one, other) => (count(other) > count(one) ? other : one));
    const group = most(groups.values(), (one) => one.waiting);
    const member = most(group.members.values(), (one) => one.waiting.length);
    member.waiting.at(-1)?.refuse(new QueueFull("Others wait, and this one has the most waiting."));
  };

  return {
    get waiting() {
      return waiting;
    },
    async take(sharer) {
      notice(sharer);
      const [group, member] = find(sharer);
      if (member.waiting.length === 0 && isFree(sharer, group, member))
        return begin(sharer, group, member);
      if (member.waiting.length >= limits.mostWaitingPerMember) {
        await pause(limits.pauseBeforeRefusal);
        throw new QueueFull("This one has too many waiting.");
      }
      return new Promise((resolve, reject) => {
        const leave = () => {
          clearTimeout(timer);
          member.waiting.splice(member.waiting.indexOf(waiter), 1);
          group.waiting -= 1;
          waiting -= 1;
        };
        const waiter: Waiter = {
          begin: () => {
            leave();
            resolve(begin(sharer, group, member));
          },
          refuse: (error) => {
            leave();
            forget(sharer, group, member);
            reject(error);
          },
        };
        const timer = setTimeout(
          () => waiter.refuse(new QueueFull("The turn didn't come in time.")),
          limits.longestWait,
        );
        member.waiting.push(waiter);
        group.waiting += 1;
        waiting += 1;
        if (waiting > limits.mostWaiting) refuseOneOfMost();
      });
    },
  };
}
