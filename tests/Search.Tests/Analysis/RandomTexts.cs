using System.Text;

namespace Search.Tests.Analysis;

/// <summary>Seeded texts that no author would write: mixed alphabets, marks, lone surrogates, every kind of apostrophe and space.</summary>
internal static class RandomTexts
{
    private const string Common = "абвгёўіыэ'’ʼ-‑–.,:/@ \u00A0\u2009\u00AD\u0301\u0300\u0306\u0308iIaceopxyhMTBabc0123456789%()«»+\n№";

    public static IEnumerable<string> Many(int seed, int count)
    {
        var random = new Random(seed);
        for (var n = 0; n < count; n++)
        {
            var text = new StringBuilder();
            for (var length = random.Next(40); length > 0; length--)
            {
                Append(text, random);
            }

            yield return text.ToString();
        }
    }

    private static void Append(StringBuilder text, Random random)
    {
        switch (random.Next(12))
        {
            case 0:
                text.Append((char)random.Next(0x10000)); // anything, halves of surrogate pairs among them
                break;
            case 1:
                text.Append(char.ConvertFromUtf32(random.Next(0x1F300, 0x1F6FF))); // emoji
                break;
            case 2:
                text.Append((char)random.Next(0x0300, 0x0370)); // combining marks
                break;
            case 3:
                text.Append((char)random.Next(0x0590, 0x0700)); // right to left
                break;
            case 4:
                text.Append((char)random.Next(0x1100, 0x1200)); // Korean letters that compose
                break;
            default:
                text.Append(Common[random.Next(Common.Length)]);
                break;
        }
    }
}
