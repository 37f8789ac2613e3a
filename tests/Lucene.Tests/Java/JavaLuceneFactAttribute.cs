namespace Lucene.Tests.Java;

/// <summary>A test that asks Apache Lucene: skipped where it is not installed, failed where CI=true says that it has to be.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class JavaLuceneFactAttribute : FactAttribute
{
    public JavaLuceneFactAttribute()
    {
        if (JavaLucene.Missing is { } missing && Environment.GetEnvironmentVariable("CI") != "true")
        {
            Skip = missing;
        }
    }
}

/// <summary>The same for tests with data.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class JavaLuceneTheoryAttribute : TheoryAttribute
{
    public JavaLuceneTheoryAttribute()
    {
        if (JavaLucene.Missing is { } missing && Environment.GetEnvironmentVariable("CI") != "true")
        {
            Skip = missing;
        }
    }
}
