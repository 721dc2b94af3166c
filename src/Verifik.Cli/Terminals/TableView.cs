using Spectre.Console;

namespace Verifik.Cli.Terminals;

/// <summary>Writes a table: aligned, in colour if the terminal supports it, and one line per row in a pipe.</summary>
internal static class TableView
{
    /// <summary>Writes a table.</summary>
    /// <param name="terminal">The terminal.</param>
    /// <param name="columns">The headings.</param>
    /// <param name="rows">The cells; the last cell is green or red according to <c>IsGood</c>.</param>
    public static void Write(Terminal terminal, IEnumerable<string> columns, IEnumerable<(bool? IsGood, string[] Cells)> rows)
    {
        var table = new Table { Border = TableBorder.None, ShowHeaders = true };
        table.AddColumns([.. columns.Select(column => new TableColumn(new Text(column, new Style(decoration: Decoration.Bold))) { NoWrap = true, Padding = new Padding(0, 0, 2, 0) })]);
        foreach (var (isGood, cells) in rows)
        {
            var last = new Style(isGood switch { true => Color.Green, false => Color.Red, null => Color.Default });
            table.AddRow(cells.Select((cell, at) => new Text(cell, at == cells.Length - 1 ? last : Style.Plain)));
        }

        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = !terminal.HasColors ? AnsiSupport.No : OperatingSystem.IsWindows() ? AnsiSupport.Detect : AnsiSupport.Yes,
            ColorSystem = terminal.HasColors ? ColorSystemSupport.Standard : ColorSystemSupport.NoColors,
            Interactive = InteractionSupport.No,
            Out = new AnsiConsoleOutput(terminal.Text),
        });
        console.Profile.Width = terminal.Width;
        console.Write(table);
    }
}
