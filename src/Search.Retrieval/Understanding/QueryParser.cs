using System.Globalization;
using System.Text.RegularExpressions;
using Search.Text;

namespace Search.Retrieval.Understanding;

/// <summary>
/// Reads Lucene's query language: words, <c>"phrases"</c>, <c>"near"~5</c>, <c>+must</c>, <c>-not</c>, AND OR NOT, brackets, fields, ranges,
/// <c>prefix*</c>, <c>wi?d*</c>, <c>fuzzy~</c>, <c>=form</c>. No input fails: what cannot be read becomes plain words.
/// </summary>
public static partial class QueryParser
{
    // Nobody types a query this long; it is a sentence, and its quotation marks and brackets are part of it.
    private const int WrittenTextWords = 12;

    // Fewer words before a full stop or a question mark may be a title, or a word with an unknown letter at its end.
    private const int SentenceWords = 3;

    // Deeper nesting than a person types is taken for noise; it also bounds the recursion.
    private const int MaxDepth = 20;

    /// <summary>Parses a query.</summary>
    /// <param name="text">Anything.</param>
    public static ParsedQuery Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (IsWrittenText(text))
        {
            return new ParsedQuery(new QueryNode.Group([new QueryClause(Occur.Should, new QueryNode.Words(new TextSpan(0, text.Length)))], false), true, false);
        }

        var reader = new Reader(text);
        var root = reader.Clauses(0);
        if (!reader.IsBroken && reader.AtEnd)
        {
            return new ParsedQuery(root, !reader.HasSyntax, false);
        }

        var words = PlainWords(text);
        return new ParsedQuery(new QueryNode.Group(words, false), false, true);
    }

    /// <summary>
    /// Whether a query is a sentence, asked or copied: it ends as one or has a dozen words, and none of the signs that only a query has. A short phrase
    /// in quotation marks is that phrase, however it ends.
    /// </summary>
    public static bool IsWrittenText(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var words = text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length;
        var isSentence = SentenceEnd().IsMatch(text) && !OnePhrase().IsMatch(text);
        return words >= (isSentence ? SentenceWords : WrittenTextWords) && !QuerySign().IsMatch(text);
    }

    /// <summary>Whether a query is a statement that was copied from somewhere rather than typed.</summary>
    public static bool IsCopiedText(string text) => IsWrittenText(text) && !text.Contains('?', StringComparison.Ordinal);

    [GeneratedRegex(@"\b(AND|OR|NOT)\b|(^|\s)[+=]\p{L}|\b\p{L}+:[\[""\p{L}\d]|\p{L}[*~]")]
    private static partial Regex QuerySign();

    [GeneratedRegex(@"[.!?…][\s""»”“')\]]*$")]
    private static partial Regex SentenceEnd();

    [GeneratedRegex(@"^\s*[""“”„][^""“”„]*[""“”]\s*$")]
    private static partial Regex OnePhrase();

    private static List<QueryClause> PlainWords(string text)
    {
        var clauses = new List<QueryClause>();
        var start = 0;
        while (start < text.Length)
        {
            while (start < text.Length && !char.IsLetterOrDigit(text[start]))
            {
                start++;
            }

            var end = start;
            while (end < text.Length && !IsSign(text[end]))
            {
                end++;
            }

            if (end > start)
            {
                clauses.Add(new QueryClause(Occur.Should, new QueryNode.Words(TextSpan.FromBounds(start, end))));
            }

            start = Math.Max(end, start) + 1;
        }

        return clauses;
    }

    private static bool IsSign(char unit) => unit is '"' or '(' or ')' or '[' or ']' or '{' or '}' or '*' or '?' or '~' or '^' or '\\' or ':' or '=' or '+' or '!' or '&' or '|';

    // «…» is left out: it belongs to names as they are printed, and people paste names.
    private static bool IsQuote(char unit) => unit is '"' or '“' or '”' or '„';

    /// <summary>A cursor over the query.</summary>
    private sealed class Reader(string text)
    {
        private int _at;

        public bool IsBroken { get; private set; }

        public bool HasSyntax { get; private set; }

        public bool AtEnd => _at >= text.Length;

        public QueryNode.Group Clauses(int depth)
        {
            var clauses = new List<QueryClause>();
            var (isNegated, joinsNext, hasOr) = (false, false, false);
            while (!IsBroken)
            {
                SkipBlanks();
                if (AtEnd || text[_at] == ')')
                {
                    break;
                }

                if (Operator() is { } word)
                {
                    HasSyntax = true;
                    IsBroken |= (word is "AND" or "OR") && clauses.Count == 0;
                    isNegated |= word == "NOT";
                    hasOr |= word == "OR";
                    if (word == "AND" && clauses.Count > 0)
                    {
                        joinsNext = true;
                        if (clauses[^1].Occur == Occur.Should)
                        {
                            clauses[^1] = clauses[^1] with { Occur = Occur.Must };
                        }
                    }

                    continue;
                }

                var occur = Sign();
                if (isNegated)
                {
                    occur = Occur.MustNot;
                }
                else if (joinsNext && occur == Occur.Should)
                {
                    occur = Occur.Must;
                }

                (isNegated, joinsNext) = (false, false);
                if (Clause(depth) is { } node)
                {
                    Append(clauses, new QueryClause(occur, node));
                }
            }

            return new QueryNode.Group(clauses, hasOr);
        }

        /// <summary>Plain words side by side are one clause, so that phrases in them can be found.</summary>
        private void Append(List<QueryClause> clauses, QueryClause clause)
        {
            if (clause is (Occur.Should, QueryNode.Words words) && clauses is [.., (Occur.Should, QueryNode.Words previous)]
                && string.IsNullOrWhiteSpace(text[previous.Span.End..words.Span.Start]))
            {
                clauses[^1] = new QueryClause(Occur.Should, new QueryNode.Words(TextSpan.FromBounds(previous.Span.Start, words.Span.End)));
                return;
            }

            clauses.Add(clause);
        }

        private void SkipBlanks()
        {
            while (_at < text.Length && (char.IsWhiteSpace(text[_at]) || text[_at] is ',' or ';'))
            {
                _at++;
            }
        }

        /// <summary>AND, OR, NOT in capitals, &amp;&amp; and ||; reads past it.</summary>
        private string? Operator()
        {
            foreach (var (sign, meaning) in new[] { ("AND", "AND"), ("OR", "OR"), ("NOT", "NOT"), ("&&", "AND"), ("||", "OR") })
            {
                if (string.CompareOrdinal(text, _at, sign, 0, sign.Length) == 0
                    && (_at + sign.Length == text.Length || char.IsWhiteSpace(text[_at + sign.Length]) || text[_at + sign.Length] == '('))
                {
                    _at += sign.Length;
                    return meaning;
                }
            }

            return null;
        }

        private Occur Sign()
        {
            // A sign counts only right before its word: "5 - 7" and "Wi - Fi" are plain text.
            if (_at + 1 < text.Length && text[_at] is '+' or '-' or '!' && !char.IsWhiteSpace(text[_at + 1]))
            {
                // A telephone number starts with a plus and means no more by it.
                if (text[_at] == '+' && char.IsAsciiDigit(text[_at + 1]))
                {
                    return Occur.Should;
                }

                HasSyntax = true;
                return text[_at++] == '+' ? Occur.Must : Occur.MustNot;
            }

            return Occur.Should;
        }

        private QueryNode? Clause(int depth)
        {
            if (AtEnd)
            {
                IsBroken = true;
                return null;
            }

            if (text[_at] == '(')
            {
                return Bracketed(depth);
            }

            if (IsQuote(text[_at]))
            {
                return Quoted();
            }

            if (text[_at] == '=' && _at + 1 < text.Length && char.IsLetterOrDigit(text[_at + 1]))
            {
                HasSyntax = true;
                _at++;
                return new QueryNode.ExactForm(Word());
            }

            return WordClause(depth);
        }

        private QueryNode? Bracketed(int depth)
        {
            HasSyntax = true;
            _at++;
            if (depth >= MaxDepth)
            {
                IsBroken = true;
                return null;
            }

            var group = Clauses(depth + 1);
            IsBroken |= AtEnd || group.Clauses.Count == 0;
            _at++;
            SkipBoost();
            return group;
        }

        private QueryNode.Quoted? Quoted()
        {
            HasSyntax = true;
            var start = ++_at;
            while (!AtEnd && !IsQuote(text[_at]))
            {
                _at++;
            }

            if (AtEnd || string.IsNullOrWhiteSpace(text[start.._at]))
            {
                IsBroken = true;
                return null;
            }

            var span = TextSpan.FromBounds(start, _at++);
            var slop = 0;
            if (!AtEnd && text[_at] == '~')
            {
                _at++;
                slop = Number() is { } number ? Math.Min(number, 100) : 2;
            }

            SkipBoost();
            return new QueryNode.Quoted(span, slop);
        }

        private QueryNode? WordClause(int depth)
        {
            var span = Word();
            if (span.Length == 0)
            {
                // A stray sign: read past it, it asks for nothing.
                IsBroken |= text[_at] is ']' or '}' or '[' or '{' or '^' or '~' or ':';
                _at++;
                return null;
            }

            if (!AtEnd && text[_at] == ':' && FieldNames.Find(span.Of(text)) is { } field && _at + 1 < text.Length)
            {
                HasSyntax = true;
                _at++;
                return FieldClause(field, depth);
            }

            if (!AtEnd && text[_at] == ':')
            {
                // "21:30" and "Итоги: …" are text.
                _at++;
            }

            if (!AtEnd && text[_at] == '~')
            {
                HasSyntax = true;
                _at++;
                var edits = Number() is { } number ? Math.Clamp(number, 1, 2) : 2;
                SkipBoost();
                return new QueryNode.Similar(span, edits);
            }

            SkipBoost();
            var word = span.Of(text);
            if (IsPattern(word))
            {
                HasSyntax = true;
                return new QueryNode.Pattern(span);
            }

            return new QueryNode.Words(span);
        }

        /// <summary>A question mark at a word's end is punctuation, a star or an inner question mark is not.</summary>
        private static bool IsPattern(string word) => word.Any(char.IsLetterOrDigit) && (word.Contains('*', StringComparison.Ordinal) || word.TrimEnd('?').Contains('?', StringComparison.Ordinal));

        private QueryNode? FieldClause(string field, int depth)
        {
            if (field == FieldNames.Date)
            {
                return text[_at] is '[' or '{' ? DateRange() : SingleDate();
            }

            if (field == FieldNames.Language)
            {
                if (LanguageCodes.Parse(Word().Of(text)) is { } language)
                {
                    return new QueryNode.InLanguage(language);
                }

                IsBroken = true;
                return null;
            }

            var node = Clause(depth);
            return node is null ? null : new QueryNode.InField(field == FieldNames.Title ? QueryField.Title : QueryField.Url, node);
        }

        private QueryNode.InTime? SingleDate()
        {
            var date = PartialDate.Parse(Word().Of(text));
            IsBroken |= date is null;
            return new QueryNode.InTime(date, date);
        }

        private QueryNode.InTime? DateRange()
        {
            var end = text.IndexOfAny([']', '}'], _at);
            if (end < 0)
            {
                IsBroken = true;
                return null;
            }

            var parts = text[(_at + 1)..end].Split(" TO ", StringSplitOptions.TrimEntries);
            _at = end + 1;
            if (parts.Length != 2 || !TryBound(parts[0], out var from) || !TryBound(parts[1], out var to))
            {
                IsBroken = true;
                return null;
            }

            return new QueryNode.InTime(from, to);
        }

        private static bool TryBound(string part, out PartialDate? date)
        {
            date = PartialDate.Parse(part);
            return part == "*" || date is not null;
        }

        /// <summary>Reads up to a blank or a sign; a backslash takes the next character as it is.</summary>
        private TextSpan Word()
        {
            var start = _at;
            while (!AtEnd && !char.IsWhiteSpace(text[_at]) && !IsQuote(text[_at]) && text[_at] is not ('(' or ')' or '[' or ']' or '{' or '}' or ':' or '~' or '^' or ',' or ';'))
            {
                _at += text[_at] == '\\' && _at + 1 < text.Length ? 2 : 1;
            }

            return TextSpan.FromBounds(start, Math.Min(_at, text.Length));
        }

        /// <summary>Lucene's boosts are read and ignored: the ranking weighs words by itself.</summary>
        private void SkipBoost()
        {
            if (!AtEnd && text[_at] == '^')
            {
                HasSyntax = true;
                _at++;
                while (!AtEnd && (char.IsAsciiDigit(text[_at]) || text[_at] == '.'))
                {
                    _at++;
                }
            }
        }

        private int? Number()
        {
            var start = _at;
            while (!AtEnd && char.IsAsciiDigit(text[_at]))
            {
                _at++;
            }

            return int.TryParse(text[start.._at], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
        }
    }
}
