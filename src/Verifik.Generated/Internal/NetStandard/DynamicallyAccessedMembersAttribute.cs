#if !NET
namespace System.Diagnostics.CodeAnalysis;

/// <summary>What the trimmer of newer frameworks reads; .NET Standard does not have it.</summary>
[AttributeUsage(AttributeTargets.GenericParameter)]
internal sealed class DynamicallyAccessedMembersAttribute(DynamicallyAccessedMemberTypes memberTypes) : Attribute
{
    public DynamicallyAccessedMemberTypes MemberTypes => memberTypes;
}
#endif
