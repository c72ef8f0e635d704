using System.Globalization;

using Microsoft.Playwright;

namespace Percurso.Tests.Browser.Browsers;

/// <summary>How a person works the page: what each journey is walked with, once by the mouse and once by the keyboard alone.</summary>
public abstract class Hand
{
    /// <summary>Follows a link, presses a button, chooses an option.</summary>
    public abstract Task PressAsync(ILocator what);

    /// <summary>Replaces what a field holds.</summary>
    public abstract Task WriteAsync(ILocator field, string text);

    /// <summary>Chooses in a list by the beginning of an option's words.</summary>
    public abstract Task ChooseAsync(ILocator list, string beginning);

    /// <summary>Fills a field of date and hour.</summary>
    public abstract Task PickAsync(ILocator field, DateTime at);

    public static Hand Of(string name) => name switch
    {
        "mouse" => new Mouse(),
        "keyboard" => new Keyboard(),
        _ => throw new ArgumentOutOfRangeException(nameof(name), name, "A mouse or a keyboard."),
    };

    static string Value(DateTime at) => at.ToString("yyyy-MM-ddTHH:mm", CultureInfo.InvariantCulture);

    sealed class Mouse : Hand
    {
        public override Task PressAsync(ILocator what) => what.ClickAsync();

        public override Task WriteAsync(ILocator field, string text) => field.FillAsync(text);

        public override Task PickAsync(ILocator field, DateTime at) => field.FillAsync(Value(at));

        public override async Task ChooseAsync(ILocator list, string beginning)
        {
            var words = await list.Locator("option").AllInnerTextsAsync();
            await list.SelectOptionAsync(new SelectOptionValue { Label = words.First(one => one.StartsWith(beginning, StringComparison.Ordinal)) });
        }
    }

    /// <summary>Nothing but keys: what Tab does not reach, or shows no focus, is not there.</summary>
    sealed class Keyboard : Hand
    {
        const int Patience = 200;

        const string ShowsFocus =
            """
            e => {
                const shows = one => { const s = getComputedStyle(one); return s.outlineStyle !== 'none' && parseFloat(s.outlineWidth) > 0 || s.boxShadow !== 'none'; };
                return shows(e) || e.labels && [...e.labels].some(shows);
            }
            """;

        /// <summary>Rather too few than too many: what surely takes part in the order of Tab between the focus and an element.</summary>
        const string StopsBetween =
            """
            e => {
                const stops = [...document.querySelectorAll('a[href], button, input, select, textarea, summary')]
                    .filter(one => one.tabIndex >= 0 && !one.disabled && one.checkVisibility({ visibilityProperty: true }) && one.type !== 'radio');
                const from = stops.indexOf(document.activeElement), to = stops.indexOf(e);
                return Math.max(0, to - from - 2);
            }
            """;

        public override async Task PressAsync(ILocator what)
        {
            await ReachAsync(what);
            var isChoice = await what.EvaluateAsync<bool>("e => e.matches('input[type=radio], input[type=checkbox]')");
            await what.Page.Keyboard.PressAsync(isChoice ? "Space" : "Enter");
        }

        public override async Task WriteAsync(ILocator field, string text)
        {
            await ReachAsync(field);
            await field.Page.Keyboard.PressAsync("ControlOrMeta+a");
            if (text.Length == 0) await field.Page.Keyboard.PressAsync("Delete");
            else await field.Page.Keyboard.InsertTextAsync(text);
        }

        /// <summary>Part by part, in the order in which this browser has them: month, day, year, hour, minute, half of the day.</summary>
        public override async Task PickAsync(ILocator field, DateTime at)
        {
            await ReachAsync(field);
            await field.Page.Keyboard.TypeAsync(at.ToString("MMddyyyy", CultureInfo.InvariantCulture));
            await field.Page.Keyboard.PressAsync("ArrowRight");
            await field.Page.Keyboard.TypeAsync(at.ToString("hhmmtt", CultureInfo.InvariantCulture));
            Assert.Equal(Value(at), await field.InputValueAsync());
        }

        public override async Task ChooseAsync(ILocator list, string beginning)
        {
            await ReachAsync(list);
            await list.Page.Keyboard.TypeAsync(beginning);
        }

        /// <summary>By Tab alone. How many stops lie between is asked once, so that the page is looked at again only near the target.</summary>
        static async Task ReachAsync(ILocator target)
        {
            await target.WaitForAsync();
            var pressed = await target.EvaluateAsync<int>(StopsBetween);
            for (var press = 0; press < pressed; press++) await target.Page.Keyboard.PressAsync("Tab");
            for (; !await IsFocusedAsync(target); pressed++)
            {
                if (pressed >= Patience) throw new InvalidOperationException($"{target} is not reached by {Patience} presses of Tab.");

                await target.Page.Keyboard.PressAsync("Tab");
                await ThroughChoicesAsync(target);
            }

            if (!await target.EvaluateAsync<bool>(ShowsFocus)) throw new InvalidOperationException($"{target} does not show that it has the focus.");
        }

        /// <summary>Tab stops once at a set of radio buttons; the arrows go on within it.</summary>
        static async Task ThroughChoicesAsync(ILocator target)
        {
            const string sameSet = "e => e !== document.activeElement && e.type === 'radio' && document.activeElement.type === 'radio' && document.activeElement.name === e.name";
            for (var pressed = 0; pressed < 10 && await target.EvaluateAsync<bool>(sameSet); pressed++) await target.Page.Keyboard.PressAsync("ArrowDown");
        }

        static Task<bool> IsFocusedAsync(ILocator target) => target.EvaluateAsync<bool>("e => e === document.activeElement");
    }
}
