using System.Buffers.Text;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Search.Answering;
using Search.Text;

namespace SearchApi.Endpoints;

/// <summary>
/// The permanent address of an answer. It holds the question with its options and a checksum of the answer, so that nothing has to be kept: who opens it
/// gets the very answer or is told that the archive answers otherwise by now.
/// </summary>
/// <param name="Question">The question, standing alone, with its options.</param>
/// <param name="Fingerprint">Beginning of the answer's checksum.</param>
internal sealed record AnswerAddress(QuestionRequest Question, string Fingerprint)
{
    /// <summary>Path of all addresses.</summary>
    public const string Path = "/v1/answers/";

    // In base64url: layout, the answer's checksum, the address's own, the question compressed.
    private const byte Layout = 1;
    private const int FingerprintBytes = 12;
    private const int CheckBytes = 4;
    private const int MaxQuestionBytes = 8 * QuestionRequest.MaxLength;

    /// <summary>The address of an answer; <see langword="null"/> where a model wrote it, since it may write otherwise the next time.</summary>
    /// <param name="request">What was asked.</param>
    /// <param name="answer">The answer.</param>
    /// <param name="reply">The answer in the contract's form.</param>
    public static string? Of(QuestionRequest request, Answer answer, AskReply reply) =>
        answer is Answer.Grounded { Method: not "extractive" }
            ? null
            : Path + Token(request with { Text = answer.Question.StandingAlone, Language = LanguageCodes.Parse(reply.Language) }, FingerprintOf(answer, reply));

    /// <summary>Beginning of the checksum of what an answer says, without what differs from call to call: a notice may tell of a model that was down.</summary>
    public static string FingerprintOf(Answer answer, AskReply reply)
    {
        var lasting = reply with { Question = answer.Question.StandingAlone, InterpretedAs = null, Notices = [], Permalink = null, TookMs = null };
        return Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(lasting)))[..(2 * FingerprintBytes)];
    }

    /// <summary>Reads what stands behind <see cref="Path"/>.</summary>
    /// <returns><see langword="null"/> for a text that this service never gave out.</returns>
    public static AnswerAddress? Read(string token)
    {
        const int Head = 1 + FingerprintBytes + CheckBytes;
        if (!Base64Url.IsValid(token))
        {
            return null;
        }

        var bytes = Base64Url.DecodeFromChars(token);
        if (bytes.Length <= Head || bytes[0] != Layout || Unpacked(bytes.AsSpan(Head).ToArray()) is not { } text)
        {
            return null;
        }

        var fields = text.Split('\n', 4);
        var fingerprint = Convert.ToHexStringLower(bytes.AsSpan(1, FingerprintBytes));
        if (fields.Length < 4 || !Check(fingerprint, text).AsSpan().SequenceEqual(bytes.AsSpan(1 + FingerprintBytes, CheckBytes)))
        {
            return null;
        }

        var question = new QuestionRequest(fields[3]) { Language = LanguageCodes.Parse(fields[0]), From = PartialDate.Parse(fields[1]), To = PartialDate.Parse(fields[2]) };
        return new AnswerAddress(question, fingerprint);
    }

    private static string Token(QuestionRequest question, string fingerprint)
    {
        var text = $"{question.Language?.Code()}\n{question.From}\n{question.To}\n{question.Text}";
        using var packed = new MemoryStream();
        using (var deflate = new DeflateStream(packed, CompressionLevel.SmallestSize, leaveOpen: true))
        {
            deflate.Write(Encoding.UTF8.GetBytes(text));
        }

        return Base64Url.EncodeToString([Layout, .. Convert.FromHexString(fingerprint), .. Check(fingerprint, text), .. packed.ToArray()]);
    }

    private static byte[] Check(string fingerprint, string text) => SHA256.HashData(Encoding.UTF8.GetBytes($"{fingerprint}\n{text}"))[..CheckBytes];

    private static string? Unpacked(byte[] packed)
    {
        try
        {
            using var deflate = new DeflateStream(new MemoryStream(packed), CompressionMode.Decompress);
            var buffer = new byte[MaxQuestionBytes + 1];
            var length = deflate.ReadAtLeast(buffer, buffer.Length, throwOnEndOfStream: false);
            return length > MaxQuestionBytes ? null : Encoding.UTF8.GetString(buffer, 0, length);
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }
}
