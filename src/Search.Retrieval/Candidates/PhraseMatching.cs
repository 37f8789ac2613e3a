namespace Search.Retrieval.Candidates;

/// <summary>How often a phrase occurs in one passage, given the positions of its terms.</summary>
internal static class PhraseMatching
{
    /// <summary>
    /// Sum over matches of 1 / (1 + distance), the distance being how far the terms must move to stand in order; exact matches count 1.
    /// </summary>
    /// <param name="positions">Ascending positions of each term, in the phrase's order.</param>
    /// <param name="slop">Largest distance that counts.</param>
    public static float Frequency(IReadOnlyList<int[]> positions, int slop)
    {
        // Each term's positions are shifted by its place in the phrase: terms in order then agree, and the distance is the spread.
        var next = new int[positions.Count];
        var frequency = 0f;
        while (true)
        {
            var least = 0;
            var lowest = int.MaxValue;
            var highest = int.MinValue;
            for (var i = 0; i < positions.Count; i++)
            {
                var shifted = positions[i][next[i]] - i;
                highest = Math.Max(highest, shifted);
                if (shifted < lowest)
                {
                    lowest = shifted;
                    least = i;
                }
            }

            // A match counts once the lowest term cannot come any closer by moving on.
            var hasNext = next[least] + 1 < positions[least].Length;
            var following = hasNext ? positions[least][next[least] + 1] - least : int.MaxValue;
            if (highest - lowest <= slop && (following > highest || !hasNext))
            {
                frequency += 1f / (1 + highest - lowest);
            }

            if (!hasNext)
            {
                return frequency;
            }

            next[least]++;
        }
    }
}
