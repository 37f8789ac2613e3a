using Search.Text.Analysis;

namespace Search.Text.Languages.English;

/// <summary>The English stemmer of the Snowball project (Porter2), to the letter.</summary>
/// <remarks>
/// M. F. Porter and others, https://snowballstem.org/algorithms/english/stemmer.html, as of Snowball 3.
/// R1 and R2 are the regions after the first and the second vowel-consonant pair; Y is a y that stands as a consonant.
/// </remarks>
public sealed class Porter2Stemmer : IStemmer
{
    /// <summary>Words whose stem no rule gives; equal on both sides where the word looks inflected and is not.</summary>
    private static readonly Dictionary<string, string> Irregular = new(StringComparer.Ordinal)
    {
        ["skis"] = "ski", ["skies"] = "sky",
        ["idly"] = "idl", ["gently"] = "gentl", ["ugly"] = "ugli", ["early"] = "earli", ["only"] = "onli", ["singly"] = "singl",
        ["sky"] = "sky", ["news"] = "news", ["howe"] = "howe",
        ["atlas"] = "atlas", ["cosmos"] = "cosmos", ["bias"] = "bias", ["andes"] = "andes",
    };

    /// <summary>Nouns and verbs that end like participles and are not; looked up behind the plural.</summary>
    private static readonly HashSet<string> FalseParticiples =
        new(["inning", "outing", "canning", "herring", "earring", "evening", "proceed", "exceed", "succeed"], StringComparer.Ordinal);

    /// <summary>Beginnings that would give too short an R1: general is not generate, university not universe.</summary>
    private static readonly string[] LongBeginnings = ["commun", "univers", "gener", "arsen", "emerg", "organ", "inter", "later", "past"];

    /// <summary>Step 2, inside R1: longest ending first, its replacement, and what must stand before it (any of these letters).</summary>
    private static readonly (string Ending, string Replacement, string Before)[] SecondStep =
    [
        ("ization", "ize", ""), ("ational", "ate", ""), ("fulness", "ful", ""), ("ousness", "ous", ""), ("iveness", "ive", ""),
        ("tional", "tion", ""), ("biliti", "ble", ""), ("lessli", "less", ""),
        ("entli", "ent", ""), ("ation", "ate", ""), ("alism", "al", ""), ("aliti", "al", ""), ("ousli", "ous", ""), ("iviti", "ive", ""), ("fulli", "ful", ""), ("ogist", "og", ""),
        ("enci", "ence", ""), ("anci", "ance", ""), ("abli", "able", ""), ("izer", "ize", ""), ("ator", "ate", ""), ("alli", "al", ""),
        ("bli", "ble", ""), ("ogi", "og", "l"), ("li", "", "cdeghkmnrt"),
    ];

    /// <summary>Step 3, inside R1; the ending of the last row must lie in R2.</summary>
    private static readonly (string Ending, string Replacement)[] ThirdStep =
    [
        ("ational", "ate"), ("tional", "tion"), ("alize", "al"), ("icate", "ic"), ("iciti", "ic"), ("ical", "ic"), ("ness", ""), ("ful", ""), ("ative", ""),
    ];

    /// <summary>Step 4: removed inside R2, longest first.</summary>
    private static readonly string[] FourthStep =
        ["ement", "ance", "ence", "able", "ible", "ment", "ant", "ent", "ism", "ate", "iti", "ous", "ive", "ize", "ion", "al", "er", "ic"];

    private static readonly Dictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> IrregularBySpan = Irregular.GetAlternateLookup<ReadOnlySpan<char>>();
    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> FalseParticipleBySpan = FalseParticiples.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <inheritdoc/>
    public int Stem(ReadOnlySpan<char> word, Span<char> stem)
    {
        if (IrregularBySpan.TryGetValue(word, out var irregular))
        {
            irregular.CopyTo(stem);
            return irregular.Length;
        }

        word.CopyTo(stem);
        if (word.Length < 3)
        {
            return word.Length;
        }

        var draft = new Draft(stem, word.Length);
        draft.Prepare();
        draft.RemovePlural();
        if (!FalseParticipleBySpan.Contains(draft.Letters))
        {
            draft.RemoveParticiple();
            draft.TurnFinalY();
            draft.ReplaceDerivation();
            draft.ShortenDerivation();
            draft.RemoveDerivation();
            draft.RemoveFinalLetter();
        }

        draft.Letters.Replace('Y', 'y');
        return draft.Letters.Length;
    }

    /// <summary>The word on its way to the stem, in the caller's memory.</summary>
    private ref struct Draft(Span<char> memory, int length)
    {
        private readonly Span<char> _memory = memory;
        private int _length = length;
        private int _first;
        private int _second;

        public readonly Span<char> Letters => _memory[.._length];

        /// <summary>Drops a leading apostrophe, marks consonantal y and finds the regions.</summary>
        public void Prepare()
        {
            if (_memory[0] == '\'')
            {
                _memory[1.._length].CopyTo(_memory);
                _length--;
            }

            for (var i = 0; i < _length; i++)
            {
                if (_memory[i] == 'y' && (i == 0 || IsVowel(_memory[i - 1])))
                {
                    _memory[i] = 'Y';
                }
            }

            _first = AfterLongBeginning(Letters);
            _second = AfterVowelAndConsonant(Letters, _first);
        }

        /// <summary>Step 0 and 1a: possessive and plural.</summary>
        public void RemovePlural()
        {
            _length -= EndsWith("'s'") ? 3 : EndsWith("'s") ? 2 : EndsWith("'") ? 1 : 0;
            if (EndsWith("sses"))
            {
                _length -= 2;
            }
            else if (EndsWith("ied") || EndsWith("ies"))
            {
                _length -= _length > 4 ? 2 : 1;
            }
            else if (EndsWith("s") && !EndsWith("us") && !EndsWith("ss") && _length >= 2 && HasVowel(_length - 2))
            {
                _length--;
            }
        }

        /// <summary>Step 1b: past tense, participle and their adverbs.</summary>
        public void RemoveParticiple()
        {
            var eed = EndsWith("eedly") ? 5 : EndsWith("eed") ? 3 : 0;
            if (eed > 0)
            {
                // The three verbs in -ceed keep it before an ending of their own as well.
                if (_length - eed >= _first && !IsCeedVerb(_length - eed + 3))
                {
                    _length -= eed - 2;
                }

                return;
            }

            var ending = EndsWith("ingly") ? 5 : EndsWith("edly") ? 4 : EndsWith("ing") ? 3 : EndsWith("ed") ? 2 : 0;
            if (ending == 0)
            {
                return;
            }

            if (ending is 3 && _length == 5 && _memory[1] is 'y' && !IsVowel(_memory[0]))
            {
                // dying, lying, tying, vying
                _length = 1;
                Append("ie");
                return;
            }

            if (ending is 3 or 5 && FalseParticipleBySpan.Contains(_memory[..(_length - ending + 3)]))
            {
                return;
            }

            if (HasVowel(_length - ending))
            {
                _length -= ending;
                MendAfterParticiple();
            }
        }

        /// <summary>Step 1c: cry becomes cri, say and by stay.</summary>
        public void TurnFinalY()
        {
            if (_length > 2 && _memory[_length - 1] is 'y' or 'Y' && !IsVowel(_memory[_length - 2]))
            {
                _memory[_length - 1] = 'i';
            }
        }

        public void ReplaceDerivation()
        {
            foreach (var (ending, replacement, before) in SecondStep)
            {
                if (EndsWith(ending))
                {
                    var start = _length - ending.Length;
                    if (start >= _first && (before.Length == 0 || (start > 0 && before.Contains(_memory[start - 1]))))
                    {
                        _length = start;
                        Append(replacement);
                    }

                    return;
                }
            }
        }

        public void ShortenDerivation()
        {
            foreach (var (ending, replacement) in ThirdStep)
            {
                if (EndsWith(ending))
                {
                    var start = _length - ending.Length;
                    if (start >= (ending == "ative" ? _second : _first))
                    {
                        _length = start;
                        Append(replacement);
                    }

                    return;
                }
            }
        }

        public void RemoveDerivation()
        {
            foreach (var ending in FourthStep)
            {
                if (EndsWith(ending))
                {
                    var start = _length - ending.Length;
                    if (start >= _second && (ending != "ion" || (start > 0 && _memory[start - 1] is 's' or 't')))
                    {
                        _length = start;
                    }

                    return;
                }
            }
        }

        /// <summary>Step 5: a silent e, one of two l.</summary>
        public void RemoveFinalLetter()
        {
            var start = _length - 1;
            if ((EndsWith("e") && (start >= _second || (start >= _first && !EndsInShortSyllable(start)))) || (EndsWith("ll") && start >= _second))
            {
                _length = start;
            }
        }

        private void MendAfterParticiple()
        {
            if (EndsWith("at") || EndsWith("bl") || EndsWith("iz"))
            {
                Append("e");
            }
            else if (_length >= 2 && _memory[_length - 1] == _memory[_length - 2] && "bdfgmnprt".Contains(_memory[_length - 1]))
            {
                // Not of add, egg, off: there the doubled letter is the word's own.
                _length -= _length == 3 && _memory[0] is 'a' or 'e' or 'o' ? 0 : 1;
            }
            else if (_length == _first && EndsInShortSyllable(_length))
            {
                Append("e");
            }
        }

        private readonly bool IsCeedVerb(int end) => _memory[..end] is "proceed" or "exceed" or "succeed";

        /// <summary>Whether the letters before <paramref name="end"/> end in a short syllable.</summary>
        private readonly bool EndsInShortSyllable(int end) =>
            (end == 2 && IsVowel(_memory[0]) && !IsVowel(_memory[1]))
            || (end >= 3 && !IsVowel(_memory[end - 3]) && IsVowel(_memory[end - 2]) && !IsVowel(_memory[end - 1]) && _memory[end - 1] is not ('w' or 'x' or 'Y'))
            || _memory[..end] is "past";

        private readonly bool EndsWith(string ending) => ((ReadOnlySpan<char>)Letters).EndsWith(ending, StringComparison.Ordinal);

        private readonly bool HasVowel(int end) => _memory[..end].IndexOfAny("aeiouy") >= 0;

        private void Append(string letters)
        {
            letters.CopyTo(_memory[_length..]);
            _length += letters.Length;
        }

        private static bool IsVowel(char letter) => letter is 'a' or 'e' or 'i' or 'o' or 'u' or 'y';

        private static int AfterLongBeginning(ReadOnlySpan<char> word)
        {
            foreach (var beginning in LongBeginnings)
            {
                if (word.StartsWith(beginning, StringComparison.Ordinal))
                {
                    return beginning.Length;
                }
            }

            return AfterVowelAndConsonant(word, 0);
        }

        private static int AfterVowelAndConsonant(ReadOnlySpan<char> word, int start)
        {
            for (var i = start + 1; i < word.Length; i++)
            {
                if (IsVowel(word[i - 1]) && !IsVowel(word[i]))
                {
                    return i + 1;
                }
            }

            return word.Length;
        }
    }
}
