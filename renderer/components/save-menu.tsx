import { Button, Menu } from "@mantine/core";
import { IconChevronDown, IconDownload } from "@tabler/icons-react";
import { Fragment } from "react";

export interface SaveGroup {
  readonly key: string;
  /** Above its items; none where the items speak for themselves. */
  readonly title?: string;
  readonly items: readonly {
    readonly key: string;
    readonly label: string;
    readonly save: () => void;
  }[];
}

export interface SaveMenuProps {
  readonly label: string;
  readonly busy: boolean;
  readonly groups: readonly SaveGroup[];
}

/** What can be saved as a file, and in which format. */
export function SaveMenu({ label, busy, groups }: SaveMenuProps) {
  return (
    <Menu position="bottom-end" withInitialFocusPlaceholder={false}>
      <Menu.Target>
        <Button
          variant="default"
          loading={busy}
          leftSection={<IconDownload size="1rem" aria-hidden />}
          rightSection={<IconChevronDown size="1rem" aria-hidden />}
        >
          {label}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {groups.map(({ key, title, items }) => (
          <Fragment key={key}>
            {title !== undefined && <Menu.Label>{title}</Menu.Label>}
            {items.map((item) => (
              <Menu.Item key={item.key} onClick={item.save}>
                {item.label}
              </Menu.Item>
            ))}
          </Fragment>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
