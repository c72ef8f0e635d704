using Microsoft.Playwright;

using Percurso.Tests.Browser.Browsers;

namespace Percurso.Tests.Browser.Pages;

/// <summary>A case's payment, and the gateway's own page behind it.</summary>
sealed class CheckoutPage(Tab tab, string casePath)
{
    string Path => $"{casePath}/passos/payment/pagamento";

    public async Task<CheckoutPage> OpenAsync()
    {
        await tab.Page.GotoAsync(Path);
        return this;
    }

    /// <summary>Order and delivery are right.</summary>
    public async Task ConfirmOrderAsync()
    {
        await PressAsync("Confirmar o pedido e seguir para o pagamento");
        await tab.Page.GetByText("Agora escolha como pagar.").WaitForAsync();
    }

    /// <summary>To the gateway.</summary>
    public async Task GoToTheTillAsync()
    {
        await tab.Hand.PressAsync(tab.Page.GetByRole(AriaRole.Button, new() { NameRegex = new(@"^Pagar R\$") }));
        await tab.Page.WaitForURLAsync("**/pagar/*");
    }

    /// <summary>At the gateway, which leads back once it is paid.</summary>
    public async Task PayByAsync(string button)
    {
        await PressAsync(button);
        await tab.Page.WaitForURLAsync("**/pagamentos/*");
    }

    /// <summary>The confirmation comes beside the page.</summary>
    public async Task BecomesPaidAsync()
    {
        await Testing.Eventually.IsSoAsync($"{Path} to be paid", async () =>
        {
            await OpenAsync();
            return await tab.Page.Locator(".pay").GetByText("Pago", new() { Exact = true }).CountAsync() > 0 && await tab.Page.GetByText("Baixar o PDF").CountAsync() > 0;
        });
    }

    public Task PressAsync(string button) => tab.Hand.PressAsync(tab.Page.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }));
}
