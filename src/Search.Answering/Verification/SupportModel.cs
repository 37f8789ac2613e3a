using System.Globalization;

namespace Search.Answering.Verification;

/// <summary>Probabilities of an answer from the numbers of <see cref="Support"/>.</summary>
internal sealed class SupportModel
{
    private readonly double[] _right;

    private SupportModel(double[] right) => _right = right;

    /// <summary>The model that travels inside the library.</summary>
    public static SupportModel Default { get; } = Read(EmbeddedText.Lines("support.tsv"));

    /// <summary>First line of the file: names of the columns.</summary>
    public const string Header = "# name\tright\n";

    /// <summary>Reads <c>name ⇥ weight</c>; the line <c>bias</c> holds the constant.</summary>
    public static SupportModel Read(IEnumerable<string> lines)
    {
        var rows = lines.Select(line => line.Split('\t')).ToDictionary(columns => columns[0], StringComparer.Ordinal);
        return new SupportModel([.. Support.Numbers.Append("bias").Select(name => double.Parse(rows[name][1], CultureInfo.InvariantCulture))]);
    }

    /// <summary>Probability that the page answers the question at all, where answerable and unanswerable questions are as frequent.</summary>
    public static double Answerable(double[] support) => Logistic(support[^1]);

    /// <summary>Probability that the short answer is right, where the page answers.</summary>
    public double Right(double[] support) => Logistic(Sum(_right, support));

    /// <summary>Sum of weights (the last one constant) times numbers.</summary>
    public static double Sum(double[] weights, double[] numbers)
    {
        var sum = weights[^1];
        for (var i = 0; i < numbers.Length; i++)
        {
            sum += weights[i] * numbers[i];
        }

        return sum;
    }

    /// <summary>The logistic function.</summary>
    public static double Logistic(double logit) => 1 / (1 + Math.Exp(-logit));
}
