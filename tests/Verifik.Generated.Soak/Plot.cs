using OxyPlot;
using OxyPlot.Annotations;
using OxyPlot.Axes;
using OxyPlot.Legends;
using OxyPlot.Series;

namespace Verifik.Soak;

/// <summary>Plots latency, memory and renewals over time, with the outages.</summary>
internal static class Plot
{
    private const double Megabyte = 1024 * 1024;

    private static readonly OxyColor ServerDown = OxyColor.FromAColor(90, OxyColors.IndianRed);
    private static readonly OxyColor StoreDown = OxyColor.FromAColor(110, OxyColors.Goldenrod);

    private static readonly string[] Panels = ["renewals", "use", "memory", "latency"];

    /// <summary>The plot as SVG.</summary>
    public static string Of(History history)
    {
        var model = new PlotModel { Title = "Soak", Background = OxyColors.White, DefaultFont = "Arial", DefaultFontSize = 14, Padding = new OxyThickness(10, 10, 30, 10) };
        model.Legends.Add(new Legend
        {
            LegendPlacement = LegendPlacement.Outside,
            LegendPosition = LegendPosition.RightTop,
            LegendFontSize = 14,

            // The font of the viewer may be wider than the one that is measured here.
            LegendPadding = 50,
            LegendLineSpacing = 8,
        });
        AddAxes(model, history);
        AddSeries(model, history);
        AddOutages(model, history);
        return SvgExporter.ExportToString(model, width: 1400, height: 1000, isDocument: true, useVerticalTextAlignmentWorkaround: true);
    }

    private static void AddAxes(PlotModel model, History history)
    {
        model.Axes.Add(new LinearAxis
        {
            Position = AxisPosition.Bottom,
            Title = "time since the start (min)",
            Minimum = 0,
            Maximum = history.Length.TotalMinutes,
            MajorGridlineStyle = LineStyle.Dot,
        });
        model.Axes.Add(Placed(new LinearAxis { Title = "renewals (count)", Minimum = 0, MaximumPadding = 0.1 }, 0));
        model.Axes.Add(Placed(new LinearAxis { Title = "in use (MB)", Minimum = 0, MaximumPadding = 0.2 }, 1));
        model.Axes.Add(Placed(new LinearAxis { Title = "memory (MB)", Minimum = 0, MaximumPadding = 0.2 }, 2));
        model.Axes.Add(Placed(new LogarithmicAxis { Title = "latency (ms)" }, 3));
    }

    private static Axis Placed(Axis axis, int panel)
    {
        axis.Key = Panels[panel];
        axis.Position = AxisPosition.Left;
        axis.StartPosition = panel / (double)Panels.Length;
        axis.EndPosition = ((panel + 1) / (double)Panels.Length) - 0.03;
        axis.MajorGridlineStyle = LineStyle.Dot;
        axis.AxisTitleDistance = 16;
        return axis;
    }

    private static void AddSeries(PlotModel model, History history)
    {
        var answered = history.First.Where(sample => sample.Calls > 0).ToList();
        model.Series.Add(Line(history, "latency", "latency, 99 % of calls", OxyColors.DarkOrange, answered, sample => sample.Slow));
        model.Series.Add(Line(history, "latency", "latency, 50 % of calls", OxyColors.SteelBlue, answered, sample => sample.Median));
        model.Series.Add(Line(history, "memory", "process memory", OxyColors.DarkGray, history.First, sample => sample.WorkingSet / Megabyte));
        model.Series.Add(Line(history, "use", "in use after a GC", OxyColors.SeaGreen, history.First.Where(sample => sample.Collection is not null), sample => sample.Collection!.Heap / Megabyte));
        model.Series.Add(Line(history, "renewals", "renewals, first process", OxyColors.MediumPurple, history.First, sample => sample.Renewals));
        model.Series.Add(Cumulative(history));
    }

    // Each restarted process counts from zero, so the counts of the earlier ones are added.
    private static LineSeries Cumulative(History history)
    {
        var line = NewLine("renewals", "renewals, second one", OxyColors.DeepPink);
        var before = 0L;
        foreach (var process in history.Second.GroupBy(entry => entry.Process, entry => entry.Sample))
        {
            line.Points.AddRange(process.Select(sample => new DataPoint(MinutesTo(history, sample.At), before + sample.Renewals)));
            before += process.Max(sample => sample.Renewals);
        }

        return line;
    }

    private static LineSeries Line(
        History history, string panel, string title, OxyColor colour, IEnumerable<Sample> samples, Func<Sample, double> value)
    {
        var line = NewLine(panel, title, colour);
        line.Points.AddRange(samples.Select(sample => new DataPoint(MinutesTo(history, sample.At), value(sample))));
        return line;
    }

    private static LineSeries NewLine(string panel, string title, OxyColor colour) => new()
    {
        YAxisKey = panel,
        Title = title,
        Color = colour,
        StrokeThickness = 1.8,
    };

    private static void AddOutages(PlotModel model, History history)
    {
        model.Series.Add(new RectangleBarSeries { Title = "server unreachable", FillColor = ServerDown, StrokeThickness = 0, YAxisKey = "latency" });
        model.Series.Add(new RectangleBarSeries { Title = "store unreachable", FillColor = StoreDown, StrokeThickness = 0, YAxisKey = "latency" });
        foreach (var outage in history.Outages)
        {
            foreach (var panel in Panels)
            {
                model.Annotations.Add(new RectangleAnnotation
                {
                    YAxisKey = panel,
                    MinimumX = MinutesTo(history, outage.Start),
                    MaximumX = MinutesTo(history, outage.End),
                    Fill = outage.Of == Outage.Server ? ServerDown : StoreDown,
                    Layer = AnnotationLayer.BelowSeries,
                });
            }
        }
    }

    private static double MinutesTo(History history, DateTimeOffset moment) => (moment - history.Start).TotalMinutes;
}
