using Search.Answering.Generation;

namespace Search.Tests.Answering.Generation;

public sealed class SpendingLimitsTests
{
    private static readonly TokenUse Question = new(90, 10);

    private readonly SettableTime _time = new() { Now = new DateTimeOffset(2024, 5, 1, 23, 59, 0, TimeSpan.Zero) };

    [Fact]
    public void What_was_not_used_is_given_back()
    {
        var limits = new SpendingLimits(new GenerationOptions { TokensPerCallerAndDay = 150 }, _time);

        using (var first = limits.Take("a", Question))
        {
            Assert.NotNull(first);
            Assert.Null(limits.Take("a", Question));
            first.Used = new TokenUse(40, 10);
        }

        Assert.NotNull(limits.Take("a", Question));
        Assert.Null(limits.Take("a", Question));
    }

    [Fact]
    public void Callers_have_allowances_of_their_own_and_share_the_days()
    {
        var limits = new SpendingLimits(new GenerationOptions { TokensPerCallerAndDay = 100, TokensPerDay = 250 }, _time);

        Assert.NotNull(limits.Take("a", Question));
        Assert.Null(limits.Take("a", Question));
        Assert.NotNull(limits.Take("b", Question));
        Assert.Null(limits.Take("c", Question));
    }

    [Fact]
    public void A_new_day_begins_with_nothing_used()
    {
        var limits = new SpendingLimits(new GenerationOptions { TokensPerCallerAndDay = 100 }, _time);
        Assert.NotNull(limits.Take("a", Question));

        _time.Now += TimeSpan.FromMinutes(1);

        Assert.NotNull(limits.Take("a", Question));
    }

    [Fact]
    public void Cost_counts_prompts_and_replies_at_their_prices()
    {
        // 90 · 1,000 + 10 · 11,000 = 200,000 per million: 0.2 a question.
        var limits = new SpendingLimits(new GenerationOptions { TokensPerCallerAndDay = 0, TokensPerDay = 0, PromptPrice = 1000, OutputPrice = 11_000, CostPerCallerAndDay = 0.41 }, _time);

        Assert.NotNull(limits.Take("a", Question));
        Assert.NotNull(limits.Take("a", Question));
        Assert.Null(limits.Take("a", Question));
    }

    [Fact]
    public void Made_up_callers_share_one_allowance_in_the_end()
    {
        var limits = new SpendingLimits(new GenerationOptions { TokensPerCallerAndDay = 100, TokensPerDay = 0 }, _time);
        for (var caller = 0; caller < 10_000; caller++)
        {
            Assert.NotNull(limits.Take($"{caller}", Question));
        }

        Assert.NotNull(limits.Take("one more", Question));
        Assert.Null(limits.Take("and another", Question));
    }

    private sealed class SettableTime : TimeProvider
    {
        public DateTimeOffset Now { get; set; }

        public override DateTimeOffset GetUtcNow() => Now;
    }
}
