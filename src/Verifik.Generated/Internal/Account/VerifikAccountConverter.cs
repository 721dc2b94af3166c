using System.ComponentModel;
using System.Globalization;

namespace Verifik.Internal.Account;

/// <summary>Converts text from configuration to an account.</summary>
internal sealed class VerifikAccountConverter : TypeConverter
{
    public override bool CanConvertFrom(ITypeDescriptorContext? context, Type sourceType) =>
        sourceType == typeof(string) || base.CanConvertFrom(context, sourceType);

    public override object? ConvertFrom(ITypeDescriptorContext? context, CultureInfo? culture, object value) =>
        value is string text ? VerifikAccount.Parse(text) : base.ConvertFrom(context, culture, value);
}
