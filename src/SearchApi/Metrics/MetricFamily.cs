using System.Diagnostics.Metrics;
using System.Globalization;
using System.Text;

namespace SearchApi.Metrics;

/// <summary>One metric in Prometheus' terms: a name, a type, and a series for every set of labels. Safe for concurrent use.</summary>
internal sealed class MetricFamily
{
    // From a millisecond, where a search ends, to ten seconds, where a caller gives up.
    private static readonly double[] Buckets = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10];

    private readonly string _name;
    private readonly string _help;
    private readonly string _type;
    private readonly bool _isSum;
    private readonly Lock _recording = new();
    private readonly SortedDictionary<string, Series> _series = new(StringComparer.Ordinal);

    private MetricFamily(string name, string help, string type, bool isSum) => (_name, _help, _type, _isSum) = (name, help, type, isSum);

    /// <summary>The family of an instrument.</summary>
    public static MetricFamily Of(Instrument instrument) => new(
        NameOf(instrument),
        (instrument.Description ?? "").ReplaceLineEndings(" ").Replace("\\", "\\\\", StringComparison.Ordinal),
        TypeOf(instrument),
        instrument is Counter<long> or UpDownCounter<long>);

    /// <summary>Prometheus' name of an instrument: letters, digits and underscores, its unit and, for a counter, <c>total</c> at the end.</summary>
    public static string NameOf(Instrument instrument)
    {
        var name = string.Concat(instrument.Name.Select(letter => char.IsAsciiLetterOrDigit(letter) ? letter : '_'));
        name += instrument.Unit switch
        {
            "s" => "_seconds",
            "By" => "_bytes",
            _ => "",
        };
        return TypeOf(instrument) == "counter" ? name + "_total" : name;
    }

    /// <summary>Takes a measurement.</summary>
    /// <param name="labels">As they are written, without the braces.</param>
    /// <param name="value">What was measured: added to a sum, counted into a histogram, else the latest stands.</param>
    public void Record(string labels, double value)
    {
        lock (_recording)
        {
            if (!_series.TryGetValue(labels, out var series))
            {
                _series.Add(labels, series = new Series());
            }

            series.Count++;
            series.Value = _isSum || _type == "histogram" ? series.Value + value : value;
            if (_type == "histogram")
            {
                var bucket = Array.FindIndex(Buckets, limit => value <= limit);
                series.Buckets[bucket < 0 ? Buckets.Length : bucket]++;
            }
        }
    }

    /// <summary>Writes the family.</summary>
    public void Write(StringBuilder to)
    {
        lock (_recording)
        {
            if (_series.Count == 0)
            {
                return;
            }

            to.Append("# HELP ").Append(_name).Append(' ').Append(_help).Append('\n').Append("# TYPE ").Append(_name).Append(' ').Append(_type).Append('\n');
            foreach (var (labels, series) in _series)
            {
                if (_type == "histogram")
                {
                    WriteHistogram(to, labels, series);
                }
                else
                {
                    Line(to, "", labels, series.Value);
                }
            }
        }
    }

    private static string TypeOf(Instrument instrument) => instrument switch
    {
        Histogram<double> => "histogram",
        Counter<long> => "counter",
        _ => "gauge",
    };

    private void WriteHistogram(StringBuilder to, string labels, Series series)
    {
        var before = labels.Length > 0 ? labels + "," : "";
        long upTo = 0;
        for (var i = 0; i <= Buckets.Length; i++)
        {
            upTo += series.Buckets[i];
            Line(to, "_bucket", $"{before}le=\"{(i < Buckets.Length ? Text(Buckets[i]) : "+Inf")}\"", upTo);
        }

        Line(to, "_sum", labels, series.Value);
        Line(to, "_count", labels, series.Count);
    }

    private void Line(StringBuilder to, string suffix, string labels, double value)
    {
        to.Append(_name).Append(suffix);
        if (labels.Length > 0)
        {
            to.Append('{').Append(labels).Append('}');
        }

        to.Append(' ').Append(Text(value)).Append('\n');
    }

    private static string Text(double value) => value.ToString("R", CultureInfo.InvariantCulture);

    private sealed class Series
    {
        public double Value { get; set; }

        public long Count { get; set; }

        public long[] Buckets { get; } = new long[MetricFamily.Buckets.Length + 1];
    }
}
