using System.Globalization;

namespace Search.Answering.Verification;

/// <summary>A logistic model over <see cref="Support"/>: the probability that the page answers the question, and that the short answer is right.</summary>
internal sealed class SupportModel
{
    private readonly double[] _answerable;
    private readonly double[] _right;

    private SupportModel(double[] answerable, double[] right)
    {
        _answerable = answerable;
        _right = right;
    }

    /// <summary>The model that travels inside the library.</summary>
    public static SupportModel Default { get; } = Read(EmbeddedText.Lines("support.tsv"));

    /// <summary>First line of the file: names of the columns.</summary>
    public const string Header = "# name\tanswerable\tright\ttrained\n";

    /// <summary>Reads <c>name ⇥ weight for answerable ⇥ weight for right</c> and what <c>answerable</c> was before it was calibrated; the line <c>bias</c> holds the constants.</summary>
    public static SupportModel Read(IEnumerable<string> lines)
    {
        var rows = lines.Select(line => line.Split('\t')).ToDictionary(columns => columns[0], StringComparer.Ordinal);
        double[] Column(int column) => [.. Support.Numbers.Select(number => number.Name).Append("bias").Select(name => double.Parse(rows[name][column], CultureInfo.InvariantCulture))];
        return new SupportModel(Column(1), Column(2));
    }

    /// <summary>Probability that the page answers the question at all.</summary>
    public double Answerable(double[] support) => Logistic(_answerable, support);

    /// <summary>Probability that the short answer is right.</summary>
    public double Right(double[] support) => Logistic(_right, support);

    /// <summary>The logistic function of weights (the last one constant) and numbers.</summary>
    public static double Logistic(double[] weights, double[] numbers)
    {
        var sum = weights[^1];
        for (var i = 0; i < numbers.Length; i++)
        {
            sum += weights[i] * numbers[i];
        }

        return 1 / (1 + Math.Exp(-sum));
    }
}
