#if !NET
namespace System.Runtime.CompilerServices;

/// <summary>What the compiler asks for where a property is <c>init</c>, and .NET Standard does not have.</summary>
internal static class IsExternalInit;
#endif
