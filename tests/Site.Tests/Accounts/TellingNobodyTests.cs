using System.Diagnostics;
using System.Net;

using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;

using Percurso.Accounts.Domain;
using Percurso.Testing;
using Percurso.Testing.Http;

namespace Percurso.Tests.Accounts;

/// <summary>Nobody learns from the site which addresses have an account, by words or by time; and nobody may try for long.</summary>
public sealed class TellingNobodyTests(TellingNobodyTests.LimitedSite site) : IClassFixture<TellingNobodyTests.LimitedSite>
{
    public sealed class LimitedSite : Site
    {
        protected override IEnumerable<KeyValuePair<string, string>> Configuration => [new("Limits:reset", "200"), new("Limits:sign-up", "200"), new("Limits:sign-in", "200")];

        int hashes;

        /// <summary>How many passwords were hashed.</summary>
        public int Hashes => hashes;

        protected override void Change(IServiceCollection services) => services.AddScoped<IPasswordHasher<Account>>(
            provider => new Counting(ActivatorUtilities.CreateInstance<PasswordHasher<Account>>(provider), this));

        sealed class Counting(PasswordHasher<Account> hasher, LimitedSite site) : IPasswordHasher<Account>
        {
            public string HashPassword(Account account, string password)
            {
                Interlocked.Increment(ref site.hashes);
                return hasher.HashPassword(account, password);
            }

            public PasswordVerificationResult VerifyHashedPassword(Account account, string hashedPassword, string providedPassword)
            {
                Interlocked.Increment(ref site.hashes);
                return hasher.VerifyHashedPassword(account, hashedPassword, providedPassword);
            }
        }
    }

    /// <summary>A password's hash is nearly all the work of an answer, and what a clock outside would see.</summary>
    [Theory]
    [InlineData("sign-in", 1)]
    [InlineData("sign-up", 1)]
    [InlineData("reset", 0)]
    public async Task Known_and_unknown_addresses_cost_the_same_hashes(string door, int hashes)
    {
        var person = await Newcomer.OpenAsync(site, $"{door}-conta@exemplo.com.br");
        await TryAsync(door, $"{door}-y@exemplo.com.br");
        foreach (var email in new[] { person.Email, $"{door}-z@exemplo.com.br" })
        {
            var before = site.Hashes;
            await TryAsync(door, email);
            Assert.Equal((email, hashes), (email, site.Hashes - before));
        }
    }

    [Theory]
    [InlineData("sign-in")]
    [InlineData("sign-up")]
    [InlineData("reset")]
    public async Task Known_and_unknown_addresses_take_the_same_time(string door)
    {
        var person = await Newcomer.OpenAsync(site, $"{door}-tempo@exemplo.com.br");
        await TryAsync(door, person.Email);
        await TryAsync(door, $"{door}-x@exemplo.com.br");
        var (known, unknown) = (new List<double>(), new List<double>());
        // The quickest of each: what a busy machine adds is never negative, and goes away when one asks long enough. Where it does not, it falls on either of a pair.
        for (var round = 0; round < 4 && (round == 0 || AreApart()); round++)
        {
            // What was tried too often may be tried again.
            if (round > 0) site.Clock.Pass(TimeSpan.FromHours(1));
            for (var i = 0; i < 9; i++)
            {
                if (i % 2 == 0) known.Add(await TimeAsync(door, person.Email));
                unknown.Add(await TimeAsync(door, $"{door}-ninguem@exemplo.com.br"));
                if (i % 2 == 1) known.Add(await TimeAsync(door, person.Email));
            }
        }

        Assert.False(AreApart(), $"{door}: {known.Min():0.0} ms for a known address, {unknown.Min():0.0} ms for an unknown one.");

        bool AreApart() => Math.Abs(known.Min() - unknown.Min()) >= Math.Max(15, 0.35 * Math.Max(known.Min(), unknown.Min())) && IsOneSided();

        bool IsOneSided()
        {
            var slower = known.Zip(unknown).Count(pair => pair.First > pair.Second);
            return Math.Max(slower, known.Count - slower) >= 0.8 * known.Count;
        }
    }

    [Fact]
    public async Task Ten_wrong_passwords_shut_known_and_unknown_addresses_alike_for_a_quarter_of_an_hour()
    {
        var person = await Newcomer.OpenAsync(site, "tranca@exemplo.com.br");
        for (var i = 0; i < 10; i++) await Newcomer.SignInAsync(site.Visitor(), person.Email, "errada, muito errada");

        var shut = await Newcomer.SignInAsync(site.Visitor(), person.Email, person.Password);
        var unknown = await Newcomer.SignInAsync(site.Visitor(), "ninguem.tranca@exemplo.com.br", person.Password);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, shut.Status);
        Assert.Equal(unknown.TextOf(".error-summary"), shut.TextOf(".error-summary"));

        site.Clock.Pass(TimeSpan.FromMinutes(15));
        Assert.Equal("/inicio", (await Newcomer.SignInAsync(site.Visitor(), person.Email, person.Password)).LeadsTo);
    }

    [Fact]
    public async Task A_mailbox_gets_no_more_than_five_letters_an_hour_whoever_asks()
    {
        var person = await Newcomer.OpenAsync(site, "inundada@exemplo.com.br");
        for (var i = 0; i < 8; i++) await AskResetAsync(person.Email);
        await site.RowsAsync();

        Assert.InRange(site.Mail.Letters.Count(letter => letter.To.Contains(person.Email)), 2, 5);
    }

    async Task<double> TimeAsync(string door, string email)
    {
        await site.RowsAsync();
        var form = await FilledAsync(door, email);
        var watch = Stopwatch.StartNew();
        await form.SendAsync();
        return watch.Elapsed.TotalMilliseconds;
    }

    async Task TryAsync(string door, string email) => await (await FilledAsync(door, email)).SendAsync();

    async Task<Form> FilledAsync(string door, string email)
    {
        var form = (await site.Visitor().GetAsync(door switch { "sign-in" => "/entrar", "sign-up" => "/cadastro", _ => "/senha/esqueci" })).Form();
        form.Fill("Input.Email", email);
        if (door == "sign-in") form.Fill("Input.Password", "errada, muito errada");
        if (door == "sign-up") form.Fill("Input.Name", "Ana").Fill("Input.Password", Newcomer.Password).Fill("Input.Terms", "true").Fill("Input.Privacy", "true");
        return form;
    }

    async Task AskResetAsync(string email) => await (await FilledAsync("reset", email)).SendAsync();
}

/// <summary>Limits by network address stand before those by account.</summary>
public sealed class TryingTooOftenTests(TryingTooOftenTests.StrictSite site) : IClassFixture<TryingTooOftenTests.StrictSite>
{
    public sealed class StrictSite : Site
    {
        protected override IEnumerable<KeyValuePair<string, string>> Configuration => [new("Limits:sign-in", "3"), new("Limits:sign-up", "3"), new("Limits:reset", "3")];
    }

    [Theory]
    [InlineData("/entrar")]
    [InlineData("/cadastro")]
    [InlineData("/senha/esqueci")]
    public async Task The_fourth_post_from_one_place_is_told_to_wait(string path)
    {
        var form = (await site.Visitor().GetAsync(path)).Form();
        for (var i = 0; i < 3; i++) Assert.Equal(HttpStatusCode.UnprocessableEntity, (await form.SendAsync()).Status);

        Assert.Equal(HttpStatusCode.TooManyRequests, (await form.SendAsync()).Status);
    }
}
