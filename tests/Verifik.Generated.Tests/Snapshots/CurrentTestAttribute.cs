using System.Reflection;
using Xunit.Sdk;

[assembly: VerifyXunit.CurrentTest]

namespace VerifyXunit;

/// <summary>Remembers the test that runs, as Verify.Xunit's own attribute does: its snapshot is named after it.</summary>
[AttributeUsage(AttributeTargets.Assembly)]
public sealed class CurrentTestAttribute : BeforeAfterTestAttribute
{
    private static readonly AsyncLocal<MethodInfo?> Current = new();

    public override void Before(MethodInfo methodUnderTest) => Current.Value = methodUnderTest;

    public override void After(MethodInfo methodUnderTest) => Current.Value = null;

    internal static string TestName()
    {
        var method = Current.Value ?? throw new InvalidOperationException("Verify was called outside a test.");
        var type = method.ReflectedType!;
        return method.GetParameters().Length > 0
            ? throw new NotSupportedException($"{method.Name} has parameters: here a snapshot belongs to a test without them.")
            : $"{(type.IsNested ? $"{type.ReflectedType!.Name}.{type.Name}" : type.Name)}.{method.Name}";
    }
}
