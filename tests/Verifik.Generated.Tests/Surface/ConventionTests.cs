using System.Diagnostics;
using System.Reflection;
using System.Runtime.CompilerServices;
using Newtonsoft.Json;
using Verifik.Tests.Contract;

namespace Verifik.Tests.Surface;

/// <summary>The conventions of the project, for every public type.</summary>
public sealed class ConventionTests
{
    private const BindingFlags Declared =
        BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    private const BindingFlags Constructors = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance;

    private static readonly string[] DocumentedExceptions = ["cref=\"TaskCanceledException\"", "TimeoutException\"/>", "OperationCanceledException\""];

    private static readonly Type[] PublicTypes = typeof(VerifikClient).Assembly.GetExportedTypes();

    // Verifik.Runtime is for generated code, which derives from some of it.
    [Fact]
    public void ByDefault_TheServerIsThatOfTheContract()
    {
        var server = ContractDocument.Root["servers"][0]["url"].ToString();

        Assert.Equal(new Uri(server), new VerifikOptions().BaseAddress);
        Assert.Equal(new Uri(server), new Uri(VerifikOptions.ProductionAddress));
    }

    [Fact]
    public void APublicClass_IsSealedOrStatic_OrCannotBeDerivedFromElsewhere() => Assert.DoesNotContain(
        PublicTypes.Where(type => type.Namespace != "Verifik.Runtime"),
        type => type.IsClass && !type.IsSealed && type.GetConstructors(Constructors).Any(constructor => constructor.IsPublic || constructor.IsFamily && !IsCopy(constructor)));

    [Fact]
    public void PublicTypesAreNotUnderInternal_AndInternalTypesAreNotAtTheRoot()
    {
        var types = typeof(VerifikClient).Assembly.GetTypes().Where(type => !type.IsNested && !type.IsDefined(typeof(CompilerGeneratedAttribute), false)).ToList();

        Assert.DoesNotContain(types, type => type.IsPublic && type.Namespace!.StartsWith("Verifik.Internal", StringComparison.Ordinal));
        Assert.DoesNotContain(types, type => !type.IsPublic && type.Namespace is "Verifik" or "Microsoft.Extensions.DependencyInjection");
    }

    [Fact]
    public void AnAsynchronousMethod_EndsInAsync_AndTakesItsCancellationTokenLast()
    {
        var broken =
            from type in PublicTypes
            from method in type.GetMethods(Declared)
            where typeof(Task).IsAssignableFrom(method.ReturnType) || method.ReturnType.Name.StartsWith("ValueTask", StringComparison.Ordinal)
            where method.Name != nameof(IAsyncDisposable.DisposeAsync)
            where !method.Name.EndsWith("Async", StringComparison.Ordinal)
                || method.GetParameters().LastOrDefault()?.ParameterType != typeof(CancellationToken)
            select $"{type.Name}.{method.Name}";

        Assert.Empty(broken);
    }

    // A timeout is no HttpRequestException, and what a caller cancels is not a timeout.
    [Fact]
    public void AMethodThatDocumentsAMissingResponse_DocumentsATimeoutAndACancellation()
    {
        var promises = Directory.EnumerateFiles(Repository.PathOf("src"), "*", SearchOption.AllDirectories)
            .Where(file => !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
            .Where(file => Path.GetExtension(file) is ".cs" or ".liquid")
            .Select(File.ReadAllText)
            .Where(text => Count(text, "cref=\"HttpRequestException\"") > 0)
            .ToList();

        Assert.Equal(3, promises.Count);
        Assert.All(promises, text => Assert.All(
            DocumentedExceptions,
            cref => Assert.Equal(Count(text, "cref=\"HttpRequestException\""), Count(text, cref))));
    }

    [Fact]
    public void ANameOfTheContract_NeitherBeginsWithAnUnderscore_NorEndsInADigit()
    {
        var names = PublicTypes.Where(type => type.Namespace == "Verifik")
            .SelectMany(type => type.GetMembers(Declared).Select(member => member.Name).Append(type.Name));

        Assert.DoesNotContain(names, name => name[0] == '_' || char.IsDigit(name[^1]));
    }

    [Fact]
    public void ASecretOfTheContract_IsHiddenFromTheDebugger()
    {
        var secrets = ContractDocument.Properties().Where(property => property.Definition.Children.ContainsKey("x-secret")).ToList();
        Assert.NotEmpty(secrets);

        foreach (var (schema, name, _) in secrets)
        {
            var property = PropertyOf(schema, name);
            Assert.Equal(DebuggerBrowsableState.Never, property.GetCustomAttribute<DebuggerBrowsableAttribute>()?.State);
        }
    }

    [Fact]
    public void EveryPropertyOfTheContract_IsAPropertyOfItsClass() =>
        Assert.All(ContractDocument.Properties(), property => Assert.NotNull(PropertyOf(property.Schema, property.Property)));

    // A record has one, with which a derived record copies what is its base's.
    private static bool IsCopy(ConstructorInfo constructor) =>
        constructor.GetParameters() is [var only] && only.ParameterType == constructor.DeclaringType;

    private static PropertyInfo PropertyOf(string schema, string name) =>
        PublicTypes.Single(type => type.Name == schema).GetProperties()
            .Single(property => property.GetCustomAttribute<JsonPropertyAttribute>()?.PropertyName == name);

    private static int Count(string text, string part) => text.Split(part).Length - 1;
}
