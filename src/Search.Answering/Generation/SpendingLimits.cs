namespace Search.Answering.Generation;

/// <summary>
/// What callers have used of their allowance today (UTC), in memory only. An allowance is taken before the model is asked, at its most, and
/// corrected by what was used, so that questions asked at once cannot overrun it together. Safe for concurrent use.
/// </summary>
/// <param name="options">The limits.</param>
/// <param name="time">Tells the day.</param>
internal sealed class SpendingLimits(GenerationOptions options, TimeProvider time)
{
    // Callers beyond so many share one account, so that made-up names cannot fill the memory.
    private const int MaxCallers = 10_000;

    private readonly Lock _counting = new();
    private readonly Dictionary<string, Account> _callers = new(StringComparer.Ordinal);
    private Account _all = new();
    private DateOnly _day;

    /// <summary>Takes an allowance; <see langword="null"/> where the caller's or everybody's does not reach.</summary>
    /// <param name="caller">Whose.</param>
    /// <param name="most">Most that may be used.</param>
    public Allowance? Take(string caller, TokenUse most)
    {
        lock (_counting)
        {
            var today = DateOnly.FromDateTime(time.GetUtcNow().UtcDateTime);
            if (today != _day)
            {
                (_day, _all) = (today, new Account());
                _callers.Clear();
            }

            if (!_callers.TryGetValue(caller, out var account))
            {
                var name = _callers.Count < MaxCallers ? caller : "";
                account = _callers.TryGetValue(name, out var shared) ? shared : _callers[name] = new Account();
            }

            if (!account.Reaches(most, options.TokensPerCallerAndDay, options.CostPerCallerAndDay, Cost(most)) || !_all.Reaches(most, options.TokensPerDay, options.CostPerDay, Cost(most)))
            {
                return null;
            }

            account.Add(most.Total, Cost(most));
            _all.Add(most.Total, Cost(most));
            return new Allowance(this, account, _all, most);
        }
    }

    private double Cost(TokenUse use) => ((use.Prompt * options.PromptPrice) + (use.Output * options.OutputPrice)) / 1e6;

    /// <summary>A taken allowance; disposing of it gives back what was not used.</summary>
    internal sealed class Allowance(SpendingLimits limits, Account caller, Account all, TokenUse taken) : IDisposable
    {
        /// <summary>What was used; <see langword="null"/> means all that was taken.</summary>
        public TokenUse? Used { get; set; }

        /// <inheritdoc/>
        public void Dispose()
        {
            var used = Used ?? taken;
            lock (limits._counting)
            {
                foreach (var account in (Account[])[caller, all])
                {
                    account.Add(used.Total - taken.Total, limits.Cost(used) - limits.Cost(taken));
                }
            }
        }
    }

    /// <summary>What was used of one allowance today.</summary>
    internal sealed class Account
    {
        private long _tokens;
        private double _cost;

        public bool Reaches(TokenUse most, long maxTokens, double maxCost, double cost) =>
            (maxTokens == 0 || _tokens + most.Total <= maxTokens) && (maxCost <= 0 || _cost + cost <= maxCost);

        public void Add(long tokens, double cost) => (_tokens, _cost) = (_tokens + tokens, _cost + cost);
    }
}

/// <summary>Tokens of a prompt and its reply.</summary>
/// <param name="Prompt">0 or more.</param>
/// <param name="Output">0 or more.</param>
internal readonly record struct TokenUse(long Prompt, long Output)
{
    /// <summary>Both together.</summary>
    public long Total => Prompt + Output;

    /// <summary>Tokens of a text, estimated as its UTF-8 bytes by four: about right for English, some too many for Cyrillic.</summary>
    public static long Estimate(string text) => (System.Text.Encoding.UTF8.GetByteCount(text) + 3) / 4;
}
