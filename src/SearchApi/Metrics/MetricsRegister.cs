using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using System.Globalization;
using System.Text;

namespace SearchApi.Metrics;

/// <summary>Listens to the meters of this service and writes what they came to in Prometheus' text format.</summary>
/// <remarks>Exposition format 0.0.4: one family a metric, with HELP and TYPE; families and series in ordinal order.</remarks>
internal sealed class MetricsRegister : IDisposable
{
    /// <summary>Media type of the format.</summary>
    public const string ContentType = "text/plain; version=0.0.4; charset=utf-8";

    private static readonly string[] Meters = [ArchiveMetrics.MeterName, "Microsoft.AspNetCore.Hosting"];

    // What a label may be: names of routes, methods and outcomes, which are few. Versions and schemes of protocols only multiply the series.
    private static readonly HashSet<string> Labels = new(StringComparer.Ordinal) { "door", "status", "reason", "http.route", "http.request.method", "http.response.status_code" };

    private readonly MeterListener _listener = new();
    private readonly ConcurrentDictionary<string, MetricFamily> _families = new(StringComparer.Ordinal);

    /// <summary>Begins to listen.</summary>
    /// <param name="factory">Only meters of this factory are heard: those of one service, not of its neighbours in a test.</param>
    public MetricsRegister(IMeterFactory factory)
    {
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            if (ReferenceEquals(instrument.Meter.Scope, factory) && Meters.Contains(instrument.Meter.Name))
            {
                listener.EnableMeasurementEvents(instrument, _families.GetOrAdd(MetricFamily.NameOf(instrument), _ => MetricFamily.Of(instrument)));
            }
        };
        _listener.SetMeasurementEventCallback<double>(Take);
        _listener.SetMeasurementEventCallback<long>((instrument, value, tags, state) => Take(instrument, value, tags, state));
        _listener.Start();
    }

    /// <summary>Everything measured so far.</summary>
    public string Write()
    {
        _listener.RecordObservableInstruments();
        var text = new StringBuilder();
        foreach (var (_, family) in _families.OrderBy(pair => pair.Key, StringComparer.Ordinal))
        {
            family.Write(text);
        }

        return text.ToString();
    }

    /// <inheritdoc />
    public void Dispose() => _listener.Dispose();

    private static void Take(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags, object? state)
    {
        var labels = new List<string>();
        foreach (var (name, content) in tags)
        {
            if (Labels.Contains(name))
            {
                labels.Add($"{name.Replace('.', '_')}=\"{Escaped(Convert.ToString(content, CultureInfo.InvariantCulture) ?? "")}\"");
            }
        }

        labels.Sort(StringComparer.Ordinal);
        ((MetricFamily)state!).Record(string.Join(',', labels), value);
    }

    private static string Escaped(string value) =>
        value.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal);
}
