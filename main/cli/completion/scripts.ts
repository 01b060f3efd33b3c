import type { CompletedCommand } from "./model.ts";

export const SHELLS = ["bash", "zsh", "fish", "powershell"] as const;
export type Shell = (typeof SHELLS)[number];

const PROGRAM = "loyalty-importer";

/** The script that makes a shell complete the program's words; it holds no user's text. */
export function completionScript(shell: Shell, commands: readonly CompletedCommand[]): string {
  switch (shell) {
    case "bash":
      return bash(commands);
    case "zsh":
      return zsh(commands);
    case "fish":
      return fish(commands);
    case "powershell":
      return powershell(commands);
  }
}

const words = (list: readonly string[]) => list.join(" ");
const namesOf = (commands: readonly CompletedCommand[]) => commands.map(({ name }) => name);

/** `case` branches that set the words of a command, for bash and zsh alike. */
function branches(commands: readonly CompletedCommand[]): string {
  return commands
    .map(({ name, options, actions, choices, valued }) => {
      const values = choices.map(([option, each]) => `${option}) values="${words(each)}" ;;`);
      const other = valued.length === 0 ? [] : [`${valued.join("|")}) files=yes ;;`];
      return `    ${name})
      options="${words(options)}"
      actions="${words(actions)}"
      case "$before" in
        ${[...values, ...other].join("\n        ")}
      esac ;;`;
    })
    .join("\n");
}

function bash(commands: readonly CompletedCommand[]): string {
  return `# bash completion for ${PROGRAM}: source it, or put it into
# ~/.local/share/bash-completion/completions/${PROGRAM}
_loyalty_importer() {
  local word before command="" options="" actions="" values="" files="" at=0 n
  word="\${COMP_WORDS[COMP_CWORD]}"
  before="\${COMP_WORDS[COMP_CWORD-1]}"
  for ((n = 1; n < COMP_CWORD; n++)); do
    case "\${COMP_WORDS[n]}" in
      --data-dir) ((n++)) ;;
      -*) ;;
      *) command="\${COMP_WORDS[n]}"; at=$n; break ;;
    esac
  done
  COMPREPLY=()
  if [[ -z "$command" || "$command" == help ]]; then
    COMPREPLY=($(compgen -W "${words(namesOf(commands))} help --help --version" -- "$word"))
    return
  fi
  case "$command" in
${branches(commands)}
  esac
  if [[ -n "$values" ]]; then
    COMPREPLY=($(compgen -W "$values" -- "$word"))
  elif [[ -n "$files" ]]; then
    compopt -o filenames 2>/dev/null
    COMPREPLY=($(compgen -f -- "$word"))
  elif [[ "$word" == -* ]]; then
    COMPREPLY=($(compgen -W "$options" -- "$word"))
  elif [[ -n "$actions" && $COMP_CWORD -eq $((at + 1)) ]]; then
    COMPREPLY=($(compgen -W "$actions" -- "$word"))
  else
    compopt -o filenames 2>/dev/null
    COMPREPLY=($(compgen -f -- "$word"))
  fi
}
complete -F _loyalty_importer ${PROGRAM}
`;
}

function zsh(commands: readonly CompletedCommand[]): string {
  return `#compdef ${PROGRAM}
# zsh completion for ${PROGRAM}: source it after compinit, or put it as _${PROGRAM} into
# a folder of $fpath
_loyalty_importer() {
  local word before command="" options="" actions="" values="" files="" at=0 n
  word="\${words[CURRENT]}"
  before="\${words[CURRENT-1]}"
  for ((n = 2; n < CURRENT; n++)); do
    case "\${words[n]}" in
      --data-dir) ((n++)) ;;
      -*) ;;
      *) command="\${words[n]}"; at=$n; break ;;
    esac
  done
  if [[ -z "$command" || "$command" == help ]]; then
    compadd -- ${words(namesOf(commands))} help
    [[ "$word" == -* ]] && compadd -- --help --version
    return
  fi
  case "$command" in
${branches(commands)}
  esac
  if [[ -n "$values" ]]; then
    compadd -- \${=values}
  elif [[ -n "$files" ]]; then
    _files
  elif [[ "$word" == -* ]]; then
    compadd -- \${=options}
  elif [[ -n "$actions" && $CURRENT -eq $((at + 1)) ]]; then
    compadd -- \${=actions}
  else
    _files
  fi
}
# Out of a folder of $fpath this file is run by the first Tab, which is to be answered too
if [[ "\${zsh_eval_context[-1]}" == loadautofunc ]]; then
  _loyalty_importer "$@"
else
  compdef _loyalty_importer ${PROGRAM}
fi
`;
}

function fish(commands: readonly CompletedCommand[]): string {
  const lines = commands.flatMap(({ name, options, actions, choices, valued }) => {
    const seen = `"__fish_seen_subcommand_from ${name}"`;
    const values = new Map(choices);
    const none = actions
      .map((action) => `not __fish_seen_subcommand_from ${action}`)
      .join("; and ");
    return [
      `complete -c ${PROGRAM} -n __fish_use_subcommand -f -a ${name}`,
      ...(actions.length === 0
        ? []
        : [
            `complete -c ${PROGRAM} -f -n "__fish_seen_subcommand_from ${name}; and ${none}" -a "${words(actions)}"`,
          ]),
      ...options.map((option) => {
        const given = values.get(option);
        const plain = `complete -c ${PROGRAM} -n ${seen} -l ${option.slice(2)}`;
        if (given !== undefined) return `${plain} -x -a "${words(given)}"`;
        return valued.includes(option) ? `${plain} -r -F` : plain;
      }),
    ];
  });
  return `# fish completion for ${PROGRAM}: put it into
# ~/.config/fish/completions/${PROGRAM}.fish
complete -c ${PROGRAM} -n __fish_use_subcommand -f -a help
${lines.join("\n")}
`;
}

function powershell(commands: readonly CompletedCommand[]): string {
  const quoted = (list: readonly string[]) => `@(${list.map((each) => `'${each}'`).join(", ")})`;
  const table = commands.map(
    ({ name, options, actions, choices }) =>
      `    '${name}' = @{ options = ${quoted(options)}; actions = ${quoted(actions)}; values = @{ ${choices
        .map(([option, values]) => `'${option}' = ${quoted(values)}`)
        .join("; ")} } }`,
  );
  return `# PowerShell completion for ${PROGRAM}: add it to $PROFILE
Register-ArgumentCompleter -Native -CommandName ${PROGRAM} -ScriptBlock {
  param($word, $line, $position)
  $known = @{
${table.join("\n")}
  }
  $typed = @($line.CommandElements | Where-Object { $_.Extent.EndOffset -lt $position } | ForEach-Object { $_.ToString() })
  $command = $typed | Select-Object -Skip 1 | Where-Object { $known.ContainsKey($_) } | Select-Object -First 1
  if ($null -eq $command) { $found = @($known.Keys) + 'help' | Sort-Object }
  elseif ($known[$command].values.ContainsKey($typed[-1])) { $found = $known[$command].values[$typed[-1]] }
  elseif ($word -like '-*') { $found = $known[$command].options }
  elseif ($typed[-1] -eq $command) { $found = $known[$command].actions }
  else { $found = @() }
  $found | Where-Object { $_ -like "$word*" } | ForEach-Object {
    [System.Management.Automation.CompletionResult]::new($_, $_, 'ParameterValue', $_)
  }
}
`;
}
