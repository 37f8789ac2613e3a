using System.Globalization;
using Search.Answering.Reading;
using Search.Retrieval;
using Search.Text;

namespace Search.Answering.Verification;

/// <summary>Checks one statement against the page that it cites: nothing may be said that does not stand there.</summary>
internal static class StatementCheck
{
    /// <summary>Whether every number, month and capitalised name of the statement stands in the cited passages, in view of them, or in the question.</summary>
    /// <param name="statement">The statement, without markers.</param>
    /// <param name="language">Its language.</param>
    /// <param name="proofs">The passages it cites.</param>
    /// <param name="question">The question, whose own words may be repeated.</param>
    public static bool Holds(string statement, Language language, IReadOnlyList<RankedPassage> proofs, string question)
    {
        var known = new KnownFacts();
        known.Add(question, language);
        foreach (var proof in proofs)
        {
            known.Add(proof.Passage.Text, proof.Passage.Language);
            known.Add(proof.Document.Title, proof.Document.Language);
            known.Add(string.Join('\n', proof.Passage.Headings), proof.Passage.Language);
            if (proof.Passage.TableHeader is { } header)
            {
                known.Add(header.Of(proof.Document.Text), proof.Passage.Language);
            }

            known.Add(proof.Document.Published);
        }

        // The first word has its capital anyway: it is a name where it is tagged as one.
        var tokens = ReadingTokenizer.Read(statement, language);
        var tags = PosTagger.Default.Tag(tokens, language);
        return !tokens.Where((token, i) => !known.Holds(token, mayBeNoName: i == 0 && tags[i] != PartOfSpeech.ProperNoun)).Any();
    }

    /// <summary>Numbers, months and names that a statement may use.</summary>
    private sealed class KnownFacts
    {
        private readonly HashSet<string> _numbers = new(StringComparer.Ordinal);
        private readonly HashSet<int> _months = [];
        private readonly HashSet<string> _names = new(StringComparer.Ordinal);
        private readonly HashSet<WordClass> _kinds = [];

        public void Add(string text, Language language)
        {
            foreach (var token in ReadingTokenizer.Read(text, language))
            {
                if (!double.IsNaN(token.Value))
                {
                    _numbers.Add(Number(token.Value));
                    if (token.Is(WordClass.Month))
                    {
                        _months.Add((int)token.Value);
                    }
                }

                foreach (var digits in token.Lower.Split((char[])['.', ',', '-', '/'], StringSplitOptions.RemoveEmptyEntries))
                {
                    if (double.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var part))
                    {
                        _numbers.Add(Number(part));
                    }
                }

                AddNames(token);
                _kinds.Add(token.Classes & (WordClass.Percent | WordClass.Currency));
            }
        }

        public void Add(PartialDate? date)
        {
            if (date is { } known)
            {
                _numbers.Add(Number(known.Year));
                _months.Add(known.Month ?? 0);
                _numbers.Add(Number(known.Day ?? 0));
            }
        }

        public bool Holds(ReadingToken token, bool mayBeNoName)
        {
            if (token.Shape is TokenShape.Number or TokenShape.Mixed)
            {
                return double.IsNaN(token.Value) || _numbers.Contains(Number(token.Value));
            }

            if (token.Is(WordClass.Month) && !double.IsNaN(token.Value))
            {
                return _months.Contains((int)token.Value);
            }

            if (token.Is(WordClass.Numeral | WordClass.Ordinal) && !double.IsNaN(token.Value) && token.Value >= 2)
            {
                return _numbers.Contains(Number(token.Value));
            }

            if (token.Is(WordClass.Percent))
            {
                return _kinds.Any(kind => (kind & WordClass.Percent) != 0);
            }

            return mayBeNoName || !token.IsCapital || token.Is(WordClass.Stop) || HoldsName(token);
        }

        private void AddNames(ReadingToken token)
        {
            if (token.Shape == TokenShape.Word)
            {
                _names.Add(token.Lower);
                foreach (var key in Search.Text.Names.NameKey.Of(token.Lower))
                {
                    _names.Add("~" + key[..Math.Min(key.Length, 4)]);
                }
            }
        }

        // Inflection changes the end of a name and transliteration its letters: the first sounds must be known.
        private bool HoldsName(ReadingToken token) =>
            _names.Contains(token.Lower) || Search.Text.Names.NameKey.Of(token.Lower).Any(key => _names.Contains("~" + key[..Math.Min(key.Length, 4)]));

        private static string Number(double value) => value.ToString("R", CultureInfo.InvariantCulture);
    }
}
