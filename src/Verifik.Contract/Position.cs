namespace Verifik.Contract;

/// <summary>A position in a file. Lines and columns are 1-based, as in editors and MSBuild.</summary>
internal readonly record struct Position(int Line, int Column) : IComparable<Position>
{
    public int CompareTo(Position other) => (Line, Column).CompareTo((other.Line, other.Column));
}
