#if !NET
namespace System.Diagnostics.CodeAnalysis;

/// <summary>The trimmer's attribute, which .NET Standard does not have.</summary>
[AttributeUsage(AttributeTargets.GenericParameter)]
internal sealed class DynamicallyAccessedMembersAttribute(DynamicallyAccessedMemberTypes memberTypes) : Attribute
{
    public DynamicallyAccessedMemberTypes MemberTypes => memberTypes;
}
#endif
