using System.Net;
using System.Security.Cryptography;
using System.Text;

using Percurso.Testing;

namespace Percurso.Tests.Files;

/// <summary>Every status and header of tus 1.0.0 that the site claims to speak.</summary>
public sealed class TusConformanceTests(SendingSite site) : IClassFixture<SendingSite>
{
    static readonly byte[] bytes = RandomNumberGenerator.GetBytes(3000);

    [Fact]
    public async Task It_says_what_it_speaks()
    {
        using var answer = await (await SenderAsync()).SendAsync(HttpMethod.Options, "/envios", null, ("Tus-Resumable", ""));

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("1.0.0", Header(answer, "Tus-Version"));
        Assert.Equal("creation,creation-with-upload,creation-defer-length,checksum,expiration,termination,concatenation", Header(answer, "Tus-Extension"));
        Assert.Equal("sha1,sha256,sha512,md5", Header(answer, "Tus-Checksum-Algorithm"));
        Assert.Equal($"{8L << 30}", Header(answer, "Tus-Max-Size"));
    }

    [Fact]
    public async Task An_upload_is_begun_told_of_gone_on_with_and_whole()
    {
        var sender = await SenderAsync();
        using var created = await sender.CreateAsync(bytes.Length);
        Assert.Equal(HttpStatusCode.Created, created.StatusCode);
        Assert.Equal("1.0.0", Header(created, "Tus-Resumable"));
        Assert.True(DateTimeOffset.TryParse(Header(created, "Upload-Expires"), out _));
        var address = created.Headers.Location!.OriginalString;

        using var first = await sender.PatchAsync(address, 0, bytes[..1000]);
        Assert.Equal(HttpStatusCode.NoContent, first.StatusCode);
        Assert.Equal("1000", Header(first, "Upload-Offset"));
        Assert.NotNull(Header(first, "Upload-Expires"));

        using var told = await sender.HeadAsync(address);
        Assert.Equal(HttpStatusCode.OK, told.StatusCode);
        Assert.Equal(("1000", "3000", sender.Metadata("arcada.stl")), (Header(told, "Upload-Offset"), Header(told, "Upload-Length"), Header(told, "Upload-Metadata")));
        Assert.True(told.Headers.CacheControl!.NoStore);

        using var last = await sender.PatchAsync(address, 1000, bytes[1000..]);
        Assert.Equal("3000", Header(last, "Upload-Offset"));
        Assert.Equal(HashOf(bytes), await site.HashOfAsync(address));
        Assert.Equal(3000, await sender.OffsetAsync(address));
    }

    [Fact]
    public async Task A_method_may_be_written_in_a_header()
    {
        var sender = await SenderAsync();
        var address = await sender.BeginAsync(bytes.Length);

        using var answer = await sender.SendAsync(HttpMethod.Post, address, new ByteArrayContent(bytes), ("X-HTTP-Method-Override", "PATCH"), ("Upload-Offset", "0"));

        Assert.Equal(HttpStatusCode.NoContent, answer.StatusCode);
    }

    [Theory]
    [InlineData("Upload-Length", "-1", 400)]
    [InlineData("Upload-Length", "many", 400)]
    [InlineData("Upload-Length", "9999999999999999999999", 400)]
    [InlineData("Upload-Length", "", 400)]
    [InlineData("Upload-Length", "8589934593", 413)]
    [InlineData("Upload-Defer-Length", "1", 400)]
    [InlineData("Upload-Defer-Length", "2", 400)]
    [InlineData("Upload-Concat", "final;", 400)]
    [InlineData("Upload-Concat", "final;nowhere", 400)]
    [InlineData("Upload-Concat", "half", 400)]
    [InlineData("Upload-Metadata", "purpose Y2FzZQ==,purpose Y2FzZQ==", 400)]
    [InlineData("Upload-Metadata", "purpose ***", 400)]
    [InlineData("Upload-Metadata", "filename YQ==", 404)]
    [InlineData("Tus-Resumable", "0.2.2", 412)]
    public async Task What_cannot_be_begun_is_refused_in_a_sentence(string header, string value, int status)
    {
        using var answer = await (await SenderAsync()).CreateAsync(3000, headers: (header, value));

        Assert.Equal(status, (int)answer.StatusCode);
        Assert.EndsWith(".", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal("text/plain", answer.Content.Headers.ContentType!.MediaType);
    }

    [Fact]
    public async Task The_first_bytes_may_come_with_the_beginning()
    {
        var sender = await SenderAsync();
        using var part = await sender.CreateAsync(bytes.Length, body: bytes[..500]);
        Assert.Equal((HttpStatusCode.Created, "500"), (part.StatusCode, Header(part, "Upload-Offset")));
        using var all = await sender.CreateAsync(bytes.Length, body: bytes);
        Assert.Equal(HashOf(bytes), await site.HashOfAsync(all.Headers.Location!.OriginalString));

        using var tooMuch = await sender.CreateAsync(10, body: bytes);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, tooMuch.StatusCode);
    }

    [Fact]
    public async Task An_empty_file_is_whole_at_once()
    {
        using var created = await (await SenderAsync()).CreateAsync(0);

        Assert.Equal(HashOf([]), await site.HashOfAsync(created.Headers.Location!.OriginalString));
    }

    [Fact]
    public async Task The_length_may_be_said_later_and_once()
    {
        var sender = await SenderAsync();
        var address = await sender.BeginAsync(0, ("Upload-Length", ""), ("Upload-Defer-Length", "1"));
        using var told = await sender.HeadAsync(address);
        Assert.Equal(("1", null), (Header(told, "Upload-Defer-Length"), Header(told, "Upload-Length")));

        using var first = await sender.PatchAsync(address, 0, bytes[..100]);
        Assert.Equal(HttpStatusCode.NoContent, first.StatusCode);
        using var said = await sender.PatchAsync(address, 100, bytes[100..200], ("Upload-Length", "3000"));
        Assert.Equal(HttpStatusCode.NoContent, said.StatusCode);
        using var other = await sender.PatchAsync(address, 200, bytes[200..], ("Upload-Length", "4000"));
        Assert.Equal(HttpStatusCode.BadRequest, other.StatusCode);
        using var last = await sender.PatchAsync(address, 200, bytes[200..]);
        Assert.Equal(HashOf(bytes), await site.HashOfAsync(address));
    }

    [Theory]
    [InlineData("Upload-Offset", "5", 409)]
    [InlineData("Upload-Offset", "-1", 400)]
    [InlineData("Upload-Offset", "", 400)]
    [InlineData("Tus-Resumable", "", 412)]
    [InlineData("Upload-Checksum", "crc32 AAAA", 400)]
    [InlineData("Upload-Checksum", "sha1 ***", 400)]
    [InlineData("Upload-Checksum", "sha1 AAAAAAAAAAAAAAAAAAAAAAAAAAA=", 460)]
    public async Task What_cannot_go_on_is_refused_and_changes_nothing(string header, string value, int status)
    {
        var sender = await SenderAsync();
        var address = await sender.BeginAsync(bytes.Length);

        using var answer = await sender.PatchAsync(address, 0, bytes[..100], (header, value));

        Assert.Equal(status, (int)answer.StatusCode);
        Assert.Equal(0, await sender.OffsetAsync(address));
    }

    [Fact]
    public async Task Bytes_of_another_type_or_too_many_are_refused()
    {
        var sender = await SenderAsync();
        var address = await sender.BeginAsync(bytes.Length - 1);
        using var text = new StringContent("x", Encoding.UTF8, "text/plain");
        using var type = await sender.PatchAsync(address, 0, text);
        Assert.Equal(HttpStatusCode.UnsupportedMediaType, type.StatusCode);

        using var many = await sender.PatchAsync(address, 0, bytes);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, many.StatusCode);
        using var unsaid = new StreamContent(new Unsized(bytes));
        using var chunked = await sender.PatchAsync(address, 0, unsaid);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, chunked.StatusCode);
        Assert.Equal(0, await sender.OffsetAsync(address));
    }

    [Theory]
    [InlineData("sha1")]
    [InlineData("sha256")]
    [InlineData("sha512")]
    [InlineData("md5")]
    public async Task A_sum_that_holds_lets_bytes_in(string algorithm)
    {
        var sender = await SenderAsync();
        var address = await sender.BeginAsync(bytes.Length);
        var sum = CryptographicOperations.HashData(new HashAlgorithmName(algorithm.ToUpperInvariant()), bytes);

        using var answer = await sender.PatchAsync(address, 0, bytes, ("Upload-Checksum", $"{algorithm} {Convert.ToBase64String(sum)}"));

        Assert.Equal(HttpStatusCode.NoContent, answer.StatusCode);
        Assert.Equal(HashOf(bytes), await site.HashOfAsync(address));
    }

    [Fact]
    public async Task Parts_sent_in_parallel_become_one_file()
    {
        var sender = await SenderAsync();
        var parts = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => sender.BeginAsync(1000, ("Upload-Concat", "partial"))));
        using var early = await JoinAsync();
        Assert.Equal(HttpStatusCode.Conflict, early.StatusCode);
        await Task.WhenAll(parts.Select((part, i) => sender.PatchAsync(part, 0, bytes[(i * 1000)..((i + 1) * 1000)])));

        using var joined = await JoinAsync();
        var address = joined.Headers.Location!.OriginalString;

        Assert.Equal(HttpStatusCode.Created, joined.StatusCode);
        Assert.Equal(HashOf(bytes), await site.HashOfAsync(address));
        using var told = await sender.HeadAsync(address);
        Assert.Equal(("3000", "final"), (Header(told, "Upload-Length"), Header(told, "Upload-Concat")));
        using var more = await sender.PatchAsync(address, 3000, [1]);
        Assert.Equal(HttpStatusCode.Forbidden, more.StatusCode);

        Task<HttpResponseMessage> JoinAsync() => sender.CreateAsync(0, "arcada.stl", null, ("Upload-Length", ""), ("Upload-Concat", $"final;{string.Join(' ', parts)}"));
    }

    [Fact]
    public async Task What_is_taken_back_is_gone_and_what_is_whole_stays()
    {
        var sender = await SenderAsync();
        var address = await sender.BeginAsync(bytes.Length);
        using var some = await sender.PatchAsync(address, 0, bytes[..100]);
        using var gone = await sender.SendAsync(HttpMethod.Delete, address, null);
        Assert.Equal(HttpStatusCode.NoContent, gone.StatusCode);
        using var after = await sender.HeadAsync(address);
        Assert.Equal(HttpStatusCode.NotFound, after.StatusCode);
        Assert.Null(Header(after, "Upload-Offset"));

        using var whole = await sender.CreateAsync(bytes.Length, body: bytes);
        using var kept = await sender.SendAsync(HttpMethod.Delete, whole.Headers.Location!.OriginalString, null);
        Assert.Equal(HttpStatusCode.Forbidden, kept.StatusCode);
    }

    Task<TusClient> SenderAsync() => site.SenderAsync(Person.Dentist);

    static string? Header(HttpResponseMessage answer, string name) => answer.Headers.TryGetValues(name, out var values) ? string.Join(", ", values) : null;

    static string HashOf(byte[] content) => Convert.ToHexStringLower(SHA256.HashData(content));

    /// <summary>A stream that does not tell its length, so that the request cannot.</summary>
    sealed class Unsized(byte[] content) : MemoryStream(content)
    {
        public override bool CanSeek => false;
    }
}
