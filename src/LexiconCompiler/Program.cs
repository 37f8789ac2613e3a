using Search.Text.Analysis;
using Search.Text.Translation;

// Run by the build: writes the lexicon, compiled with the product's own analysis, to the file named.
if (args.Length != 1)
{
    Console.Error.WriteLine("usage: LexiconCompiler FILE");
    return 2;
}

using var file = File.Create(args[0]);
Lexicon.Compile(Lexicon.ReadEntries(), new TextAnalyzer().Analyze).Write(file);
return 0;
