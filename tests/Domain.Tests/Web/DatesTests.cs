using System.Globalization;

using Percurso.Kernel.Web;

namespace Percurso.Domain.Tests.Web;

public sealed class DatesTests
{
    static readonly TimeZoneInfo Brasilia = TimeZoneInfo.FindSystemTimeZoneById("America/Sao_Paulo");

    // A Thursday, 10:00 in São Paulo.
    static readonly DateTime Now = new(2026, 3, 12, 13, 0, 0, DateTimeKind.Utc);

    [Theory]
    [InlineData("2026-03-12T13:00:20Z", "agora", "now")]
    [InlineData("2026-03-12T12:48:00Z", "há 12 min", "12 min ago")]
    [InlineData("2026-03-12T13:30:00Z", "em 30 min", "in 30 min")]
    [InlineData("2026-03-12T17:30:00Z", "hoje, 14h30", "today, 14:30")]
    [InlineData("2026-03-13T17:00:00Z", "amanhã, 14h", "tomorrow, 14:00")]
    [InlineData("2026-03-11T11:05:00Z", "ontem, 8h05", "yesterday, 08:05")]
    [InlineData("2026-03-16T17:30:00Z", "segunda-feira, 14h30", "Monday, 14:30")]
    [InlineData("2026-03-10T17:30:00Z", "terça-feira passada, 14h30", "last Tuesday, 14:30")]
    [InlineData("2026-03-07T17:30:00Z", "sábado passado, 14h30", "last Saturday, 14:30")]
    [InlineData("2026-03-19T17:30:00Z", "19 de março, 14h30", "19 March, 14:30")]
    [InlineData("2025-12-24T17:30:00Z", "24 de dezembro de 2025, 14h30", "24 December 2025, 14:30")]
    public void A_moment_is_said_as_people_say_it(string moment, string portuguese, string english)
    {
        Assert.Equal(portuguese, Dates.Spoken(Utc(moment), Now, Brasilia, new CultureInfo("pt-BR")));
        Assert.Equal(english, Dates.Spoken(Utc(moment), Now, Brasilia, new CultureInfo("en")));
    }

    [Fact]
    public void The_day_is_the_company_s_and_not_that_of_UTC() =>
        Assert.Equal("hoje, 23h30", Dates.Spoken(Utc("2026-03-13T02:30:00Z"), Now, Brasilia, new CultureInfo("pt-BR")));

    [Fact]
    public void The_full_date_names_day_and_year()
    {
        Assert.Equal("quinta-feira, 12 de março de 2026, 10h", Dates.Full(Now, Brasilia, new CultureInfo("pt-BR")));
        Assert.Equal("Thursday, 12 March 2026, 10:00", Dates.Full(Now, Brasilia, new CultureInfo("en")));
    }

    static DateTime Utc(string moment) =>
        DateTime.Parse(moment, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal | DateTimeStyles.AssumeUniversal);
}
