using System.Reflection;

using Microsoft.AspNetCore.Razor.TagHelpers;

using Percurso.Kernel;
using Percurso.Testing;

namespace Percurso.Domain.Tests.Sources;

/// <summary>A module shows its module class, its contracts and the tag helpers Razor must find; the rest is its own affair.</summary>
public sealed class ExposureTests
{
    [Fact]
    public void No_module_shows_more_than_it_promises() =>
        Guard.Demand([.. Modules.Assemblies.SelectMany(module => TooMuch(module.GetExportedTypes()))]);

    [Fact]
    public void A_module_that_shows_too_much_is_named() =>
        Assert.Equal(
            ["Percurso.Domain.Tests shows Percurso.Domain.Tests.Sources.ExposureTests."],
            TooMuch([typeof(ExposureTests), typeof(Contracts.Promised)]));

    static IEnumerable<string> TooMuch(Type[] exported) =>
        from type in exported
        where !type.IsAssignableTo(typeof(IModule)) && !type.IsAssignableTo(typeof(ITagHelper)) && !IsPromised(type)
        select $"{type.Assembly.GetName().Name} shows {type.FullName}.";

    static bool IsPromised(MemberInfo type) => ((Type)type).Namespace is { } name && name.Split('.').Contains("Contracts");
}
