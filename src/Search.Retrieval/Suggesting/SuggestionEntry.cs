using Search.Text;

namespace Search.Retrieval.Suggesting;

/// <summary>Something that may be suggested.</summary>
/// <param name="Suggestion">As it is shown.</param>
/// <param name="Weight">Pages that hold it in any form; 1 for a title.</param>
/// <param name="Stems">Its words in order, as numbers in the list of stems.</param>
internal sealed record SuggestionEntry(Suggestion Suggestion, int Weight, int[] Stems);

/// <summary>All that an archive may suggest, as it is kept in the index.</summary>
/// <param name="Entries">The weightiest first.</param>
/// <param name="Stems">Marked stems of the entries' words, in ordinal order.</param>
/// <param name="Forms">Every form of those stems that the archive holds, in ordinal order, each with the number of its stem.</param>
internal sealed record SuggestionData(IReadOnlyList<SuggestionEntry> Entries, IReadOnlyList<string> Stems, IReadOnlyList<(string Form, int Stem)> Forms)
{
    public byte[] ToBytes()
    {
        using var bytes = new MemoryStream();
        using var writer = new BinaryWriter(bytes);
        writer.Write7BitEncodedInt(Entries.Count);
        foreach (var (suggestion, weight, stems) in Entries)
        {
            writer.Write(suggestion.Text);
            writer.Write(suggestion.Kind);
            writer.Write(suggestion.Language.Code());
            writer.Write(suggestion.DocumentId ?? "");
            writer.Write7BitEncodedInt(weight);
            writer.Write7BitEncodedInt(stems.Length);
            foreach (var stem in stems)
            {
                writer.Write7BitEncodedInt(stem);
            }
        }

        writer.Write7BitEncodedInt(Stems.Count);
        foreach (var stem in Stems)
        {
            writer.Write(stem);
        }

        writer.Write7BitEncodedInt(Forms.Count);
        foreach (var (form, stem) in Forms)
        {
            writer.Write(form);
            writer.Write7BitEncodedInt(stem);
        }

        writer.Flush();
        return bytes.ToArray();
    }

    public static SuggestionData FromBytes(byte[] bytes)
    {
        using var reader = new BinaryReader(new MemoryStream(bytes));
        var entries = new SuggestionEntry[reader.Read7BitEncodedInt()];
        for (var i = 0; i < entries.Length; i++)
        {
            var (text, kind, language, id) = (reader.ReadString(), string.Intern(reader.ReadString()), reader.ReadString(), reader.ReadString());
            var weight = reader.Read7BitEncodedInt();
            var stems = new int[reader.Read7BitEncodedInt()];
            for (var k = 0; k < stems.Length; k++)
            {
                stems[k] = reader.Read7BitEncodedInt();
            }

            entries[i] = new SuggestionEntry(new Suggestion(text, kind, LanguageCodes.Parse(language) ?? Language.Unknown, id.Length > 0 ? id : null), weight, stems);
        }

        var allStems = new string[reader.Read7BitEncodedInt()];
        for (var i = 0; i < allStems.Length; i++)
        {
            allStems[i] = reader.ReadString();
        }

        var forms = new (string, int)[reader.Read7BitEncodedInt()];
        for (var i = 0; i < forms.Length; i++)
        {
            forms[i] = (reader.ReadString(), reader.Read7BitEncodedInt());
        }

        return new SuggestionData(entries, allStems, forms);
    }
}
